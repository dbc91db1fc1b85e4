import { Transformer } from '@napi-rs/image'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue } from '#participation'
import { grantedBy, type Stage } from '../src/modules/participation/stage-dialogue.ts'
import { setStage } from './attacked-survey.ts'
import { useSite } from './site.ts'

const site = useSite()
const room = '/arbete/dialoger/torget'
let stage: Stage
let [leader, secretary] = ['', '']
let drawn: Buffer
const now = momentOf(new Date())

beforeAll(async () => {
  stage = await setStage()
  leader = await site.signIn((await pool().query('select email from people_persons where id = $1', [stage.leader.person])).rows[0].email)
  secretary = await site.signIn((await pool().query('select email from people_persons where id = $1', [stage.secretary.person])).rows[0].email)
  const about = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, information: 'Vad', legalBasis: 'x', promise: 'Svaren läses', contact: 'Växeln' }
  const own = { kind: 'survey' as const, opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 7), questions: [] }
  for (const slug of ['torget', 'parken']) await grantedBy(createDialogue(stage.leader, { ...about, ...own, slug, title: slug } as never, now))
  drawn = await picture(1200, 900)
})

async function picture(width: number, height: number): Promise<Buffer> {
  const pixels = new Uint8Array(width * height * 4)
  for (let at = 0; at < width * height; at++) pixels.set([at % 251, (at >> 3) % 241, (at >> 7) % 239, 255], at * 4)
  return Transformer.fromRgbaPixels(pixels, width, height).jpeg(95)
}
async function send(path: string, fields: Record<string, string>, { file, cookie = leader }: { file?: Uint8Array | undefined; cookie?: string } = {}): Promise<Response> {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  if (file) form.set('file', new File([new Uint8Array(file)], 'IMG_0001.JPG', { type: 'image/jpeg' }))
  const request = new Request('http://127.0.0.1', { method: 'POST', body: form })
  return site.post(path, new Uint8Array(await request.arrayBuffer()), { cookie, 'content-type': request.headers.get('content-type') ?? '' })
}
const fieldIn = (html: string, name: string) => new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^<]*)<`).exec(html)?.[1] ?? ''
const files = async () => Number((await pool().query('select count(*) from files_files')).rows[0].count)

describe('a choice between pictures', () => {
  const path = `${room}/fragor/ny?sort=picture`
  const written = { kind: 'picture', wording: 'Vilket torg?', hint: 'Välj det du vill sitta på', choices: 'Med träd', pictures: '' }
  let addresses: string[] = []
  test('is made by the process leader: a picture is sent with the form, goes to the choice that waits for one, and nothing that was written is lost', async () => {
    const first = await send(path, { ...written, act: 'picture', alt: 'Ett torg med träd' }, { file: drawn })
    const html = await first.text()
    expect([first.status, fieldIn(html, 'choices')]).toEqual([200, 'Med träd'])
    for (const kept of ['Vilket torg?', 'Välj det du vill sitta på']) expect(html).toContain(kept)
    const second = await (await send(path, { ...written, pictures: fieldIn(html, 'pictures'), act: 'picture', alt: 'Med bänkar' }, { file: await picture(300, 200) })).text()
    addresses = fieldIn(second, 'pictures').split('\n')
    expect([fieldIn(second, 'choices'), addresses.length, new Set(addresses).size]).toEqual(['Med träd\nMed bänkar', 2, 2])
    for (const address of addresses) expect(second).toContain(`src="${address}"`)
    const saved = await send(path, { ...written, choices: fieldIn(second, 'choices'), pictures: fieldIn(second, 'pictures') })
    expect([saved.status, saved.headers.get('location')]).toEqual([302, `${room}#fraga-vilket-torg`])
  })
  test('is seen by whoever answers, without signing in, small enough for the page and with nothing in it that can run', async () => {
    expect((await site.post(room, { act: 'open' }, { cookie: leader })).status).toBe(302)
    const page = await (await site.get('/delta/torget')).text()
    for (const address of addresses) {
      expect(page).toContain(`src="${address}"`)
      const file = await site.get(address)
      expect([file.status, file.headers.get('content-security-policy'), file.headers.get('cache-control')?.startsWith('public')]).toEqual([
        200,
        "sandbox; default-src 'none'",
        true,
      ])
      expect((await file.arrayBuffer()).byteLength).toBeLessThanOrEqual(12 * 1024)
    }
  })
  test('27 and 50: what is no picture is refused at its field with all that was written, and nothing is kept', async () => {
    const before = await files()
    for (const [file, alt, at, told] of [
      [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'Ett torg', 'file', 'Filen är ingen bild'],
      [undefined, 'Ett torg', 'file', 'Välj en bild'],
      [drawn, ' ', 'alt', ''],
    ] as const) {
      const answer = await send('/arbete/dialoger/parken/fragor/ny?sort=picture', { ...written, act: 'picture', alt }, { file })
      const html = await answer.text()
      expect([answer.status, html.includes(`<a href="#${at}">`), html.includes(told), fieldIn(html, 'choices')]).toEqual([422, true, true, 'Med träd'])
    }
    expect((await send('/arbete/dialoger/parken/fragor/ny?sort=picture', { ...written, act: 'picture', alt: 'x' }, { file: drawn, cookie: secretary })).status).toBe(403)
    expect(await files()).toBe(before)
  })
})

describe('the pictures that are uploaded', () => {
  const here = '/arbete/bilder'
  const idOf = async (alt: string) => (await pool().query('select id from files_files where alt = $1', [alt])).rows[0]?.id ?? ''
  const list = async () => (await (await site.get(here, { cookie: leader })).text()).replaceAll(/<!-- -->/g, '')
  const erase = async (picture: string, why: string, cookie = leader) => site.post(here, { act: 'remove', picture, why, scope: `remove-${picture}-` }, { cookie })
  let inDraft = ''
  beforeAll(async () => {
    const path = '/arbete/dialoger/parken/fragor/ny?sort=picture'
    const asked = { kind: 'picture', wording: 'Vilken park?', hint: '', choices: 'Lek\nRo', pictures: '' }
    const first = await (await send(path, { ...asked, act: 'picture', alt: 'En lekplats' }, { file: await picture(400, 300) })).text()
    const second = await (await send(path, { ...asked, pictures: fieldIn(first, 'pictures'), act: 'picture', alt: 'En bänk' }, { file: await picture(320, 300) })).text()
    inDraft = fieldIn(second, 'pictures').split('\n')[0] ?? ''
    expect((await send(path, { ...asked, pictures: fieldIn(second, 'pictures') })).status).toBe(302)
    await send(path, { ...asked, act: 'picture', alt: 'Chefens lunch' }, { file: await picture(200, 300) })
  })
  test('are listed for the process leader with where they are used, and for nobody else', async () => {
    const html = await list()
    for (const told of [
      'alt="Ett torg med träd"',
      'alt="En lekplats"',
      'alt="Chefens lunch"',
      'Används inte i någon fråga',
      ': Vilket torg? <span class="soft">öppnad',
      ': Vilken park? <span class="soft">utkast',
    ])
      expect(html).toContain(told)
    expect(html.match(/<summary>Radera bilden/g)).toHaveLength(3)
    expect((await site.get(here, { cookie: secretary })).status).toBe(403)
    expect((await erase(await idOf('Chefens lunch'), 'Fel bild', secretary)).status).toBe(403)
  })
  test('are erased with a reason, which is in the trail, and the address answers no more', async () => {
    const lunch = await idOf('Chefens lunch')
    const unsaid = await erase(lunch, ' ')
    expect([unsaid.status, (await unsaid.text()).includes(`href="#remove-${lunch}-why"`), await idOf('Chefens lunch')]).toEqual([422, true, lunch])
    expect((await erase(lunch, 'Laddades upp av misstag')).status).toBe(302)
    expect(await list()).not.toContain('Chefens lunch')
    expect((await pool().query('select bytes, removed_why from files_files where id = $1', [lunch])).rows).toEqual([{ bytes: null, removed_why: 'Laddades upp av misstag' }])
    expect((await pool().query(`select why from trail_events where act = 'file-removed' and subject_id = $1`, [lunch])).rows).toEqual([{ why: 'Laddades upp av misstag' }])
    expect((await erase(lunch, 'En gång till')).status).toBe(404)
  })
  test('are not erased from a questionnaire that has been opened, and the leader is told why', async () => {
    const refused = await erase(await idOf('Ett torg med träd'), 'Gammal')
    expect([refused.status, (await refused.text()).includes('Bilden finns i en enkät som har öppnats, så den kan inte raderas')]).toEqual([409, true])
    expect(await list()).toContain('alt="Ett torg med träd"')
  })
  test('that are erased from a draft keep it from being opened', async () => {
    expect((await erase(await idOf('En lekplats'), 'Ett barn känns igen')).status).toBe(302)
    expect((await site.get(inDraft)).status).toBe(404)
    const opened = await site.post('/arbete/dialoger/parken', { act: 'open' }, { cookie: leader })
    expect([opened.status, (await opened.text()).includes('En bild är raderad eller fanns aldrig')]).toEqual([409, true])
  })
})

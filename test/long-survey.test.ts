import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays, type Day } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { grantedBy, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { receiptIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const address = '/delta/allt-om-orten'
const choices = (...labels: string[]) => labels.map((label) => ({ key: label.toLowerCase(), label, labelEnglish: `${label} (en)` }))
const asked = (key: string, kind: string, more: object = {}) => ({ key, kind, wording: `Fråga om ${key}`, wordingEnglish: `Question about ${key}`, ...more }) as never
let id: Record<string, string> = {}

beforeAll(async () => {
  const stage = await stageDialogue()
  const day = (days: number): Day => addDays(now.day, days)
  const { id: dialogueId, questionIds } = await grantedBy(
    createDialogue(
      stage.leader,
      {
        processId: stage.processId,
        stepId: stage.stepId,
        groupId: stage.residents,
        slug: 'allt-om-orten',
        title: 'Allt om orten',
        titleEnglish: 'All about the place',
        kind: 'survey',
        information: 'Vad och varför',
        legalBasis: 'Uppgift av allmänt intresse',
        promise: 'Svaren läses',
        contact: 'Växeln',
        opensOn: day(-2),
        closesOn: day(5),
        closesTime: '16:00',
        questions: [
          asked('bor', 'one', { required: true, form: { choices: choices('Ja', 'Nej') } }),
          asked('tycker', 'lines'),
          asked('var', 'place', {
            sectionHeading: 'Där du bor',
            sectionHeadingEnglish: 'Where you live',
            form: { choices: choices('Alby', 'Ljungaverk') },
            showIf: { match: 'all', conditions: [{ question: 'bor', is: 'one-of', values: ['ja'] }] },
          }),
          asked('saknar', 'several', { sectionHeading: 'Till sist', sectionHeadingEnglish: 'At last', form: { choices: choices('Buss', 'Bad'), other: true, most: 2 } }),
          asked('betyg', 'matrix', {
            form: { choices: choices('Bra', 'Dåligt').map(({ key, ...each }) => ({ ...each, key: key.replace('å', 'a') })), rows: choices('Skolan', 'Maten') },
          }),
          asked('viktigast', 'ranking', { form: { choices: choices('Natur', 'Jobb') } }),
          asked('nojd', 'scale', { form: { leastLabel: 'Inte alls', leastLabelEnglish: 'Not at all' } }),
        ],
      },
      now,
    ),
  )
  await grantedBy(openDialogue(stage.leader, { dialogueId }, now))
  id = Object.fromEntries(['bor', 'tycker', 'var', 'saknar', 'betyg', 'viktigast', 'nojd'].map((key, index) => [key, questionIds[index] ?? '']))
})

const count = async (table: string) => Number((await pool().query(`select count(*) from ${table}`)).rows[0].count)
const cookieOf = (answer: Response) => /samsyn_svar=[^;]*/.exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''
const page = async (path: string, cookie = '') => (await site.get(path, { cookie })).text()
const keyIn = (html: string) => /name="submissionKey" value="([^"]+)"/.exec(html)?.[1] ?? ''

/** Fills in the first part and goes on. Answers with the cookie of the begun answer and where one is sent. */
async function begin(bor: string, cookie = ''): Promise<{ cookie: string; location: string }> {
  const answer = await site.post(
    address,
    { submissionKey: keyIn(await page(address)), del: '1', act: 'next', [id.bor ?? '']: bor, [id.tycker ?? '']: ['Skogen', 'Tystnaden'] },
    { cookie },
  )
  expect(answer.status).toBe(302)
  return { cookie: cookieOf(answer), location: answer.headers.get('location') ?? '' }
}

describe('a survey in parts', () => {
  test('says in words how far one has come, and until when one can answer, with the clock', async () => {
    const html = await page(address)
    expect(html).toContain('Del 1 av 2')
    expect(html).toContain('klockan 16.00')
    expect(html).not.toContain('Fråga om saknar')
    // The one small script, which is never needed.
    expect(html.match(/<script[^>]*>/g)).toEqual([expect.stringMatching(/^<script src="\/svar\.js" nonce="[^"]+" defer="">$/)])
  })
  test('asks what follows from what was answered, and passes over what doesn’t', async () => {
    const lives = await begin('ja')
    expect(lives.location).toBe(`${address}?del=2`)
    expect(await page(lives.location, lives.cookie)).toContain('Del 2 av 3')
    expect(await page(lives.location, lives.cookie)).toContain('Fråga om var')
    const away = await begin('nej')
    expect(away.location).toBe(`${address}?del=3`)
    expect(await page(away.location, away.cookie)).toContain('Del 2 av 2')
  })
  test('does not go on without what must be answered, and keeps what was written', async () => {
    const answer = await site.post(address, { submissionKey: keyIn(await page(address)), del: '1', act: 'next', [id.tycker ?? '']: ['Skogen'] })
    const html = await answer.text()
    expect([answer.status, cookieOf(answer)]).toEqual([422, ''])
    expect(html).toContain('Den här frågan måste besvaras')
    expect(html).toContain('value="Skogen"')
  })
  test('is kept encrypted: the database alone cannot read it, nor say whose it is', async () => {
    const { cookie } = await begin('ja')
    const { rows } = await pool().query('select * from participation_begun_answers')
    const stored = JSON.stringify(rows)
    expect(stored).not.toContain('Skogen')
    expect(stored).not.toContain(cookie.slice('samsyn_svar='.length))
  })
  test('is gone on with on another device by its code, and by nobody without it', async () => {
    const { cookie, location } = await begin('ja')
    const saved = await site.post(address, { submissionKey: 'x', del: '2', act: 'save', [id.var ?? '']: 'alby' }, { cookie })
    expect(saved.headers.get('location')).toBe(`${address}?del=2&sparat`)
    const code = receiptIn(await page(`${location}&sparat`, cookie))
    expect(code).toMatch(/^(\w{4}-){4}\w$/)
    for (const wrong of ['', 'AAAA-AAAA-AAAA-AAAA-A', code.replace(/^./, (sign) => (sign === '0' ? '1' : '0'))])
      expect((await site.post(`${address}/fortsatt`, { kod: wrong })).status).toBe(422)
    const elsewhere = await site.post(`${address}/fortsatt`, { kod: ` ${code.toLowerCase().replaceAll('-', ' ')}` })
    expect(await page(`${address}?del=2`, cookieOf(elsewhere))).toContain('<option value="alby" selected="">')
    expect(await page(address, cookieOf(elsewhere))).toContain('value="Tystnaden"')
  })
})

describe('14 and 15: sent once, whatever happens', () => {
  test('the last part sends it all, with a receipt; sent again it is the same answer', async () => {
    const { cookie } = await begin('ja')
    const second = await site.post(address, { submissionKey: 'x', del: '2', act: 'next', [id.var ?? '']: 'alby' }, { cookie })
    expect(second.headers.get('location')).toBe(`${address}?del=3`)
    const before = [await count('participation_responses'), await count('participation_begun_answers')]
    const fields = {
      submissionKey: 'x',
      del: '3',
      act: 'send',
      [id.saknar ?? '']: ['buss', 'annat'],
      [`${id.saknar}:annat`]: 'En bowlinghall',
      [`${id.betyg}:skolan`]: 'bra',
      [`${id.betyg}:maten`]: 'vet-ej',
      [`${id.viktigast}:jobb`]: '1',
      [id.nojd ?? '']: '4',
    }

    const sent = await site.post(address, fields, { cookie })
    const html = await sent.text()
    expect([sent.status, html.includes('Tack. Ditt svar är sparat')]).toEqual([200, true])
    for (const words of ['Skogen', 'Alby', 'Buss', 'En bowlinghall', 'Skolan: Bra', 'Maten: Vet ej', '1. Jobb']) expect(html).toContain(words)
    expect([await count('participation_responses'), await count('participation_begun_answers')]).toEqual([(before[0] ?? 0) + 1, (before[1] ?? 0) - 1])
    const { rows } = await pool().query("select answers, version, language from participation_responses where answers <> '{}'")
    expect(rows).toEqual([
      {
        answers: { bor: 'ja', var: 'alby', saknar: ['buss', 'annat'], betyg: { skolan: 'bra', maten: 'vet-ej' }, viktigast: ['jobb'], nojd: 4 },
        version: 1,
        language: null,
      },
    ])
  })
  test('two tabs that send the same begun answer at once are one', async () => {
    const { cookie } = await begin('nej')
    const before = await count('participation_responses')
    const submissionKey = keyIn(await page(`${address}?del=3`, cookie))
    const send = () => site.post(address, { submissionKey, del: '3', act: 'send', [id.nojd ?? '']: '1' }, { cookie })
    const [one, other] = await Promise.all([send(), send()])
    const codes = [receiptIn(await one.text()), receiptIn(await other.text())]
    expect(codes[0]).toBe(codes[1])
    expect(await count('participation_responses')).toBe(before + 1)
    // The way back was lost, and it is sent once more with what the browser still has.
    expect(receiptIn(await (await send()).text())).toBe(codes[0])
    expect(await count('participation_responses')).toBe(before + 1)
  })
  test('going back and changing one’s mind leaves out what is no longer asked', async () => {
    const { cookie } = await begin('ja')
    await site.post(address, { submissionKey: 'x', del: '2', act: 'next', [id.var ?? '']: 'alby' }, { cookie })
    await begin('nej', cookie)
    await (await site.post(address, { submissionKey: 'x', del: '3', act: 'send', [id.nojd ?? '']: '2' }, { cookie })).text()
    const { rows } = await pool().query("select answers from participation_responses where answers ->> 'nojd' = '2'")
    expect(rows).toEqual([{ answers: { bor: 'nej', nojd: 2 } }])
  })
})

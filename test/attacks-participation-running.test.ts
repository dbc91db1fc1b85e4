import { strFromU8, unzipSync } from 'fflate'
import { afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { closeDialogue } from '../src/modules/participation/close-dialogue.ts'
import { grantedBy, type Stage } from '../src/modules/participation/stage-dialogue.ts'
import { asked, askedInParts, byApi, cookieIn, countRows, newKey, openSurvey, setStage } from './attacked-survey.ts'
import { keyIn, receiptIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite()
let stage: Stage
let leader = ''
let ids: Record<string, string> = {}
const id = (key: string) => ids[key] ?? ''
const [zone, ways] = [process.env.TZ, ['/delta/orten', '/delta/orten/klass']]

beforeAll(async () => {
  stage = await setStage()
  leader = await site.signIn('process-leader@example.se')
  ids = (await openSurvey('orten')).ids
})
beforeEach(() => pool().query('delete from people_attempts'))
afterEach(() => {
  delete process.env.SAMSYN_NOW
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})
const file = async (slug: string, form: Record<string, string>) => {
  const answer = await site.post(`/arbete/dialoger/${slug}/utlamning/fil`, form, { cookie: leader })
  const files = Object.fromEntries(Object.entries(unzipSync(new Uint8Array(await answer.arrayBuffer()))).map(([name, bytes]) => [name, strFromU8(bytes)]))
  return { answer, files }
}

describe('18: a questionnaire that is corrected while it is open', () => {
  test('keeps what has been answered where it was: the same columns, the same answers, and the version each saw', async () => {
    await openSurvey('rattas')
    for (const nojd of [1, 5]) await byApi(site, 'rattas', { answers: { bor: 'ja', nojd } })
    const before = (await file('rattas', { format: 'machine' })).files['rattas-svar.csv']?.split('\n') ?? []
    const form = await (await site.get('/arbete/dialoger/rattas/fragor/nojd/ratta', { cookie: leader })).text()
    const basis = /name="basis" value="([^"]*)"/.exec(form)?.[1]?.replaceAll('&quot;', '"').replaceAll('&amp;', '&') ?? ''
    const corrected = await site.post('/arbete/dialoger/rattas/fragor/nojd/ratta', { basis, wording: 'Hur nöjd är du nu?', reason: 'Felskrivet' }, { cookie: leader })
    expect(corrected.status).toBe(302)
    await byApi(site, 'rattas', { answers: { bor: 'nej', nojd: 3 } })
    const after = (await file('rattas', { format: 'machine' })).files['rattas-svar.csv']?.split('\n') ?? []
    expect(after[0]).toBe(before[0])
    for (const line of before) expect(after).toContain(line)
    const { rows } = await pool().query(
      "select version, count(*)::int from participation_responses r join participation_dialogues d on d.id = r.dialogue_id where d.slug = 'rattas' group by 1 order by 1",
    )
    expect(rows).toEqual([
      { version: 1, count: 2 },
      { version: 2, count: 1 },
    ])
  })
  test('takes a form that was opened before, and one whose questions are gone is refused with nothing stored', async () => {
    const key = keyIn(await (await site.get('/delta/rattas')).text())
    const own = (await pool().query("select q.id from participation_questions q join participation_dialogues d on d.id = q.dialogue_id where d.slug = 'rattas' and q.key = 'bor'"))
      .rows[0].id
    expect((await site.post('/delta/rattas', { submissionKey: key, [own]: 'ja' })).status).toBe(200)
    const before = await countRows()
    expect((await site.post('/delta/rattas', { submissionKey: newKey(), [own]: 'ja', [id('bor')]: 'ja' })).status).toBe(404)
    expect(await countRows()).toEqual(before)
  })
})

describe('19: a survey closes by the clock in Sweden,', () => {
  // The last second before midnight in Sweden, and midnight, on both days of a clock change and in plain winter.
  const nights = [
    ['2027-03-28', '2027-03-28T21:59:59Z', '2027-03-28T22:00:00Z'],
    ['2027-10-31', '2027-10-31T22:59:59Z', '2027-10-31T23:00:00Z'],
    ['2027-01-15', '2027-01-15T22:59:59Z', '2027-01-15T23:00:00Z'],
  ] as const
  test.each(nights.flatMap((night) => ['Pacific/Kiritimati', 'America/Los_Angeles', 'Europe/Stockholm'].map((tz) => [...night, tz] as const)))(
    'on %s: it takes at %s and not at %s, with the server in %s',
    async (closesOn, last, over, tz) => {
      const slug = `natt-${closesOn}-${tz.toLowerCase().replaceAll(/[^a-z]/g, '-')}`
      // Opened on its own last day, so that it is there to close in whatever year this is tried.
      process.env.SAMSYN_NOW = `${closesOn}T12:00:00Z`
      const own = await openSurvey(slug, { closesOn })
      process.env.TZ = tz
      expect(new Intl.DateTimeFormat().resolvedOptions().timeZone).toBe(tz)
      const send = (way = '') => site.post(`/delta/${slug}${way}`, { submissionKey: newKey(), [own.ids.bor ?? '']: 'ja' }, { date: 'Tue, 01 Jan 2019 00:00:00 GMT' })
      process.env.SAMSYN_NOW = last
      expect([(await send()).status, (await byApi(site, slug, { answers: { bor: 'ja' } })).status]).toEqual([200, 201])
      process.env.SAMSYN_NOW = over
      const before = await countRows()
      for (const sent of [await send(), await send('/klass'), await byApi(site, slug, { answers: { bor: 'ja' } }, { date: 'Tue, 01 Jan 2019 00:00:00 GMT' })])
        expect(sent.status).toBe(409)
      expect(await (await site.get(`/delta/${slug}`)).text()).not.toContain('Bor du här?')
      expect(await countRows()).toEqual(before)
    },
  )
  test('and what is saved as one goes, or sent, when it has closed is not stored, and is still on the page', async () => {
    process.env.SAMSYN_NOW = '2027-10-31T12:00:00Z'
    const own = await openSurvey('sparas-sent', { questions: askedInParts, closesOn: '2027-10-31' })
    process.env.SAMSYN_NOW = '2027-10-31T22:59:59Z'
    const lines = { del: '1', [own.ids.bor ?? '']: 'nej', [own.ids.tycker ?? '']: 'I sista stund' }
    const cookie = cookieIn(await site.post('/delta/sparas-sent', { submissionKey: newKey(), act: 'save', ...lines }), 'samsyn_svar')
    expect(cookie).not.toBe('')
    process.env.SAMSYN_NOW = '2027-10-31T23:00:00Z'
    const before = await countRows()
    for (const act of ['save', 'next', 'send']) {
      const late = await site.post('/delta/sparas-sent', { submissionKey: newKey(), act, ...lines }, { cookie })
      expect([late.status, (await late.text()).includes('I sista stund')], act).toEqual([409, true])
    }
    expect(await countRows()).toEqual(before)
  })
})

describe('23: every figure is what one counts by hand', () => {
  type Options = { key: string; count: number | null }[]
  type Figures = {
    responses: number
    questions: {
      key: string
      answered: number | null
      dontKnow: number | null
      options: Options
      rows: { key: string; options: Options }[]
      ranking: { key: string; first: number | null; ranked: number | null; meanRank: number | null }[]
      numbers: { median: number; mean: number } | null
      ideas: number | null
    }[]
  }
  test('of several, "annat", "vet ej", what was passed by, ranks and numbers; in the interface, on the page and in the workroom', async () => {
    const survey = await openSurvey('raknas')
    // Made up, and the same each time.
    for (let at = 0; at < 60; at++)
      expect(
        (
          await byApi(site, 'raknas', {
            answers: {
              bor: at % 3 ? 'ja' : 'nej',
              ...(at % 4 && { gillar: at % 7 === 0 ? { chosen: ['skog'], other: 'Dimman' } : at % 2 ? ['skog', 'berg'] : ['sjo'] }),
              ...(at % 5 && { nojd: at % 6 === 1 ? 'vet-ej' : 1 + (at % 5) }),
              ...(at % 2 && { ar: (at * 7) % 100, betyg: { skolan: at % 3 ? 'bra' : 'illa', ...(at % 3 === 0 && { maten: 'vet-ej' }) } }),
              ...(at % 3 === 0 && { viktigast: at % 2 ? ['natur', 'jobb'] : ['kultur', 'natur', 'jobb'] }),
              ...(at % 6 === 0 && { tycker: ['Ett', 'Två'] }),
            },
          })
        ).status,
      ).toBe(201)
    await grantedBy(closeDialogue(stage.leader, { dialogueId: survey.id, reason: 'Klart' }, presentMoment()))
    const { rows } = await pool().query<{ answers: Record<string, never> }>('select answers from participation_responses where dialogue_id = $1', [survey.id])
    const raw = rows.map(({ answers }) => answers as Record<string, unknown>)
    const figures = (await (await site.get('/api/v1/dialogues/raknas/figures')).json()) as Figures
    const of = (key: string) => figures.questions.find((each) => each.key === key)
    const holding = (key: string, value: unknown) =>
      raw.filter((each) => (Array.isArray(each[key]) ? (each[key] as unknown[]).includes(value) : String(each[key]) === String(value))).length
    expect([figures.responses, raw.length]).toEqual([60, 60])
    for (const key of ['bor', 'gillar', 'nojd', 'ar', 'betyg', 'viktigast']) expect(of(key)?.answered, key).toBe(raw.filter((each) => key in each).length)
    let seen = 0
    for (const key of ['bor', 'gillar', 'nojd'])
      for (const { key: option, count } of of(key)?.options ?? []) {
        const counted = holding(key, option)
        // It is hidden when one of the table is too small, and then another that would give it away.
        if (count === null) expect([...(of(key)?.options ?? []).map((each) => holding(key, each.key)), holding(key, 'vet-ej')].some((each) => each < 5)).toBe(true)
        else expect([key, option, count]).toEqual([key, option, counted])
        seen += count === null ? 0 : 1
      }
    expect(seen).toBeGreaterThan(8)
    if (of('nojd')?.dontKnow !== null) expect(of('nojd')?.dontKnow).toBe(holding('nojd', 'vet-ej'))
    for (const { key: row, options } of of('betyg')?.rows ?? [])
      for (const { key: option, count } of options)
        if (count !== null) expect([row, option, count]).toEqual([row, option, raw.filter((each) => (each.betyg as Record<string, string> | undefined)?.[row] === option).length])
    const ranks = raw.flatMap((each) => (each.viktigast ? [each.viktigast as string[]] : []))
    for (const { key, first, ranked, meanRank } of of('viktigast')?.ranking ?? []) {
      const places = ranks.flatMap((order) => (order.includes(key) ? [order.indexOf(key) + 1] : []))
      if (first !== null) expect(first).toBe(places.filter((place) => place === 1).length)
      if (ranked !== null) expect(ranked).toBe(places.length)
      if (meanRank !== null) expect(meanRank).toBeCloseTo(places.reduce((sum, place) => sum + place, 0) / places.length)
    }
    const numbers = raw.flatMap((each) => ('ar' in each ? [Number(each.ar)] : [])).sort((a, b) => a - b)
    const middle = ((numbers[Math.floor((numbers.length - 1) / 2)] ?? 0) + (numbers[Math.floor(numbers.length / 2)] ?? 0)) / 2
    expect(of('ar')?.numbers).toEqual({ median: middle, mean: expect.closeTo(numbers.reduce((sum, each) => sum + each, 0) / numbers.length) })
    expect(of('tycker')?.ideas).toBe(20)
    for (const [path, cookie] of [
      ['/delta/raknas/svar', ''],
      ['/arbete/dialoger/raknas/siffror', leader],
    ] as const) {
      const page = (await (await site.get(path, { cookie })).text()).replaceAll('<!-- -->', '')
      for (const { key } of asked.filter(({ kind }) => kind === 'one' || kind === 'several' || kind === 'scale'))
        for (const { key: option, count } of of(key)?.options ?? []) {
          const label =
            option === 'annat'
              ? 'Annat'
              : (asked.flatMap((each) => ('form' in each && 'choices' in each.form ? [...each.form.choices] : [])).find((choice) => choice.key === option)?.label ?? option)
          const section = page.split('<h2').find((each) => each.includes(asked.find((question) => question.key === key)?.wording ?? '?')) ?? ''
          const row = (section.match(/<tr\b.*?<\/tr>/gs) ?? [])
            .map((each) =>
              each
                .replaceAll(/<[^>]*>/g, '|')
                .replaceAll(/\|+/g, '|')
                .split('|')
                .filter(Boolean),
            )
            .find(([first]) => first?.toLowerCase().startsWith(label.toLowerCase()))
          if (count !== null) expect(row?.[1], `${path} ${key} ${option}`).toBe(String(count))
        }
    }
  })
})

test('24: a receipt, a code and what was written are in no address, heading, cookie, log, file name or export', async () => {
  const logged = [vi.spyOn(console, 'log'), vi.spyOn(console, 'warn'), vi.spyOn(console, 'error'), vi.spyOn(console, 'info')]
  const written = 'Ett-ord-som-ingen-annan-skrev'
  for (const way of ways) {
    const sent = await site.post(way, { submissionKey: newKey(), [id('bor')]: 'ja', [id('fritt')]: written })
    const page = await sent.text()
    const receipt = receiptIn(page)
    expect(receipt).toMatch(/^[0-9A-Z-]{21}$/)
    const headers = JSON.stringify([...sent.headers])
    for (const held of [receipt, written]) expect(headers).not.toContain(held)
    expect([...page.matchAll(/(?:href|action|value|content|src)="([^"]*)"|<title[^>]*>([^<]*)/g)].join()).not.toContain(receipt)
    expect(sent.headers.get('referrer-policy')).toMatch(/same-origin|no-referrer/)
  }
  expect(logged.flatMap((log) => log.mock.calls)).toEqual([])
  for (const format of ['people', 'machine', 'json']) {
    const { answer, files } = await file('orten', { format })
    expect(answer.headers.get('content-disposition')).toBe(`attachment; filename="orten-svar-${presentMoment().day}.zip"`)
    const rows = Object.entries(files).filter(([name]) => !name.includes('kodbok'))
    for (const [name, text] of rows) expect(`${name}\n${text}`).not.toMatch(/\d{1,3}(?:\.\d{1,3}){3}|\d\d:\d\d|receipt|received|submission|startdatum|\bip\b/i)
    expect(JSON.stringify(rows)).not.toContain(presentMoment().day)
  }
})

describe('25: what was promised when the survey opened', () => {
  test('is changed by nothing in the database, and no hash of an answer is that of another', async () => {
    const { rows: columns } = await pool().query<{ name: string; type: string }>(
      "select column_name as name, data_type as type from information_schema.columns where table_name = 'participation_dialogues' and column_name <> 'id'",
    )
    expect(columns.length).toBeGreaterThan(15)
    const changes: Record<string, string> = { text: "'ändrat'", boolean: 'not coalesce(%, false)', integer: 'coalesce(%, 0) + 1', date: '% + 30', uuid: 'gen_random_uuid()' }
    for (const { name, type } of columns)
      await expect(pool().query(`update participation_dialogues set ${name} = ${(changes[type] ?? 'null').replaceAll('%', name)} where slug = 'orten'`), name).rejects.toThrow()
    const submissionKey = newKey()
    await openSurvey('annan')
    for (const slug of ['orten', 'annan']) expect((await byApi(site, slug, { answers: { bor: 'ja' } }, { 'idempotency-key': submissionKey })).status).toBe(201)
    const { rows } = await pool().query<{ many: number; different: number }>(
      'select count(*)::int as many, count(distinct h)::int as different from participation_responses, unnest(array[receipt_hash, submission_hash, seal_salt]) h',
    )
    expect(rows[0]?.many).toBe(rows[0]?.different)
  })
})

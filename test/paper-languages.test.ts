import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { grantedBy, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { asked } from './asked.ts'
import { readPdf, withPoppler } from './poppler.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const work = '/arbete/dialoger/pa-flera-sprak'
const inBoth = (label: string, labelEnglish: string) => ({ key: label.toLowerCase(), label, labelEnglish })
let leader = ''
let tycker = ''

beforeAll(async () => {
  const stage = await stageDialogue()
  leader = await site.signIn('process-leader@example.se')
  await pool().query("insert into people_languages (tags, set_by, set_at) values ('{sv,sv-x-latt,en,ar,ti,yi,so}', $1, now())", [stage.leader.person])
  const questions = [
    asked('bor', 'one', { wording: 'Bor du här?', wordingEnglish: 'Do you live here?', form: { choices: [inBoth('Ja', 'Yes'), inBoth('Nej', 'No')], other: true } }),
    asked('betyg', 'matrix', {
      wording: 'Vilket betyg?',
      wordingEnglish: 'Which grade?',
      form: { choices: [inBoth('Bra', 'Good'), inBoth('Illa', 'Bad')], rows: [inBoth('Skolan', 'The school')] },
    }),
    asked('nojd', 'scale', { wording: 'Hur nöjd är du?', wordingEnglish: 'How content are you?', form: { leastLabel: 'Inte alls', leastLabelEnglish: 'Not at all' } }),
    asked('tycker', 'lines', { wording: 'Vad tycker du?', wordingEnglish: 'What do you think?', hint: 'Säg som det är', sectionHeading: 'Fritt', sectionHeadingEnglish: 'Freely' }),
  ]
  const place = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, kind: 'survey' as const }
  const texts = {
    slug: 'pa-flera-sprak',
    title: 'Vad är bra här?',
    titleEnglish: 'What is good here?',
    information: 'Om svaren',
    legalBasis: 'Allmänt intresse',
    promise: 'Svaren läses',
  }
  const made = await grantedBy(
    createDialogue(stage.leader, { ...place, ...texts, contact: 'Växeln', opensOn: now.day, closesOn: addDays(now.day, 9), closesTime: '16:00', questions }, now),
  )
  await grantedBy(openDialogue(stage.leader, { dialogueId: made.id }, now))
  const [bor = '', betyg = ''] = made.questionIds
  tycker = made.questionIds[3] ?? ''
  const put = async (language: string, where: string, original: string, text: string, madeBy = 'person') =>
    expect((await site.post('/arbete/oversattningar', { act: 'translate', language, place: `dialogues:${where}`, original, text, madeBy }, { cookie: leader })).status).toBe(302)
  await put('ar', `${made.id}:title`, 'Vad är bra här?', 'ما الجيد هنا؟')
  await put('ar', `${bor}:wording`, 'Bor du här?', 'هل تعيش هنا؟')
  await put('ar', `${bor}:choice-ja`, 'Ja', 'نعم', 'machine')
  await put('ti', `${betyg}:wording`, 'Vilket betyg?', 'እንታይ ነጥቢ?')
  await put('yi', `${made.id}:title`, 'Vad är bra här?', 'װאָס איז גוט דאָ?')
  await put('sv-x-latt', `${made.id}:title`, 'Vad är bra här?', 'Vad är bra?')
})

const print = (form: Record<string, string>) => site.post(`${work}/blankett.pdf`, { copies: '1', first: '41', returnTo: 'Biblioteket', ...form }, { cookie: leader })
const bytesOf = async (answer: Response) => Buffer.from(await answer.arrayBuffer())
const page = async (query = '') => (await (await site.get(`${work}/papper${query}`, { cookie: leader })).text()).replaceAll('<!-- -->', '')
/** The language of the document itself, which its catalogue says. */
const languageOf = (bytes: Buffer) => /\/Type ?\/Catalog(?:(?!endobj)[\s\S])*?\/Lang ?\(([^)]*)\)/.exec(bytes.toString('latin1'))?.[1]

describe('the page where one prints', () => {
  test('offers the languages that the survey has, and no other that is switched on', async () => {
    const html = await page()
    for (const offered of ['På svenska', 'På lätt svenska', 'På engelska', 'På arabiska', 'På tigrinska', 'På jiddisch']) expect(html).toContain(`>${offered}</a>`)
    expect(html).not.toContain('På somaliska')
    expect(await (await site.get('/arbete/dialoger/din-framtid/papper', { cookie: leader })).text()).not.toContain('På arabiska')
  })
  test('says what is printed in Swedish, and that a machine has translated', async () => {
    const english = await page('?sprak=en')
    expect(english).toContain('3 texter saknas på engelska')
    for (const lacking of ['Om svaren', 'Svaren läses', 'Säg som det är']) expect(english).toContain(`<li>${lacking}</li>`)
    expect(english).not.toContain('<li>Bor du här?</li>')
    expect(english).not.toContain('översatt av en maskin')
    expect(await page('?sprak=ar')).toContain('översatt av en maskin')
    expect(await page()).not.toContain('saknas på')
  })
  test('keeps the language when something is to be mended, and says when it is gone', async () => {
    const back = (await print({ sprak: 'ar', copies: '0' })).headers.get('location') ?? ''
    expect(await (await site.get(back, { cookie: leader })).text()).toContain('name="sprak" value="ar"')
    const gone = await print({ sprak: 'so', returnTo: 'Vid kyrkan' })
    expect(gone.status).toBe(302)
    const html = await (await site.get(gone.headers.get('location') ?? '', { cookie: leader })).text()
    expect(html).toContain('Enkäten finns inte längre på det språket')
    expect(html).toContain('value="Vid kyrkan"')
    expect(html).toMatch(/href="\?sprak=ar&amp;[^"]*returnTo=Vid\+kyrkan"/)
    for (const file of ['affischer', 'kort']) expect((await site.get(`${work}/${file}.pdf?sprak=so`, { cookie: leader })).status).toBe(404)
  })
})

describe('the form', () => {
  test('is in the language that was chosen, and says so to whoever has it read aloud', async () => {
    for (const [sprak, lang] of [
      ['', 'sv-SE'],
      ['sv-x-latt', 'sv-SE'],
      ['en', 'en'],
      ['ar', 'ar'],
      ['yi', 'yi'],
    ] as const) {
      const answer = await print({ sprak })
      const bytes = await bytesOf(answer)
      expect([answer.status, languageOf(bytes)], sprak).toEqual([200, lang])
      expect(bytes.toString('latin1'), sprak).toMatch(/pdfuaid:part>1|pdfuaid:part="1"/)
    }
  })
  withPoppler('in English has our own words in English, and Swedish only where nobody has written anything else', async () => {
    const text = readPdf(await bytesOf(await print({ sprak: 'en' })), 'pdftotext')
    for (const said of ['What is good here?', 'Do you live here?', 'Other, namely', 'Put one cross', '1 – Not at all', 'Don’t know', 'The school', 'Before you answer'])
      expect(text).toContain(said)
    for (const said of ['What do you think?', 'Säg som det är. Write one thing', 'Allmänt intresse', 'by ', 'at 16:00', 'Form 41', 'Your receipt code'])
      expect(text).toContain(said)
    for (const swedish of ['Bor du här', 'Sätt ett', 'Blankett', 'kvittokod', 'Vet ej', 'klockan', 'Vad vi lovar', 'riv av']) expect(text).not.toContain(swedish)
  })
  withPoppler('in Arabic, Tigrinya and Yiddish has its letters from fonts of our own, and our words in Swedish as on the web', async () => {
    for (const [sprak, font] of [
      ['ar', 'NotoSansArabic-Bold'],
      ['ti', 'NotoSansEthiopic-Bold'],
      ['yi', 'NotoSansHebrew-Bold'],
    ] as const) {
      const bytes = await bytesOf(await print({ sprak }))
      const fonts = readPdf(bytes, 'pdffonts')
      expect(fonts, sprak).toContain(font)
      expect(fonts, sprak).not.toMatch(/DejaVu|Libertinus/)
      expect(readPdf(bytes, 'pdftotext'), sprak).toContain('Sätt ett kryss')
    }
    expect(readPdf(await bytesOf(await print({ sprak: 'ar' })), 'pdftotext')).toContain('översatt av en maskin')
  })
})

const handbill = (file: string) => site.get(`${work}/${file}.pdf?sprak=en`, { cookie: leader })
test.each(['affischer', 'kort'])('%s say that they are in the language too', async (file) => {
  const answer = await handbill(file)
  const named = answer.headers.get('content-disposition')
  expect([answer.status, languageOf(await bytesOf(answer)), named]).toEqual([200, 'en', `inline; filename="pa-flera-sprak-${file}-en.pdf"`])
})
withPoppler('posters and cards have our own words in it', async () => {
  for (const file of ['affischer', 'kort']) {
    const text = readPdf(await bytesOf(await handbill(file)), 'pdftotext').replaceAll(/\s+/g, ' ')
    expect(text, file).toContain('What is good here?')
    expect(text, file).toContain('Point the camera')
    expect(text, file).not.toMatch(/Sikta|Frågor|klockan|Eller/)
  }
})

test('the code of a poster leads to the survey in the language of the poster', async () => {
  const printed = (await bytesOf(await site.get(`${work}/affischer.pdf?sprak=ar`, { cookie: leader }))).toString('latin1')
  const link = /http:\/\/127\.0\.0\.1(\/sprak\/ar[^)\s]*)/.exec(printed)?.[1] ?? ''
  const led = await site.get(link)
  expect([led.status, led.headers.get('location'), led.headers.getSetCookie()[0]?.split(';')[0]]).toEqual([302, '/delta/pa-flera-sprak', 'sprak=ar'])
  expect(await (await site.get('/delta/pa-flera-sprak', { cookie: 'sprak=ar' })).text()).toContain('ما الجيد هنا؟')
})

describe('a form that was answered in another language', () => {
  const desk = `${work}/inskrivning`
  const post = (path: string, form: Record<string, string>) => site.post(path, form, { cookie: leader })
  const stored = async () => (await pool().query("select language from participation_responses where source = 'paper' order by id")).rows.map(({ language }) => language)

  test('is entered with its language, which can be put right the same day, and is marked where it is read', async () => {
    const batch = (await post(desk, { source: 'paper', origin: 'Torget', forms: '3', receivedOn: now.day })).headers.get('location') ?? ''
    const form = await (await site.get(batch, { cookie: leader })).text()
    expect(/<select[^>]*name="language"[\s\S]*?<\/select>/.exec(form)?.[0]).toContain('<option value="ar">arabiska</option>')
    const enter = (number: string, more: Record<string, string>) => post(batch, { act: 'enter', number, submissionKey: `key-of-a-form-in-a-language-${number}`, ...more })
    const refused = await enter('1', { [tycker]: 'Xyzzy', language: 'klingon' })
    const told = await refused.text()
    expect([refused.status, told.includes('Välj språk i listan'), told.includes('Xyzzy')]).toEqual([422, true, true])
    expect(await stored()).toEqual([])
    expect((await enter('1', { [tycker]: 'Basar', language: 'so' })).status).toBe(302)
    expect((await enter('2', { [tycker]: 'Bussar', language: 'sv' })).status).toBe(302)
    expect((await stored()).sort()).toEqual([null, 'so'].sort())
    expect(await (await site.get(`${batch}?ratta`, { cookie: leader })).text()).toMatch(/<option value="sv" selected="">/)
    expect((await post(batch, { act: 'correct', [tycker]: 'Baasas', language: 'so' })).status).toBe(302)
    expect(await stored()).toEqual(['so', 'so'])
    // Nor is it lost by a correction when the language has been switched off meanwhile.
    await pool().query("insert into people_languages (tags, set_by, set_at) select '{sv,en}', set_by, set_at + interval '1 second' from people_languages")
    await expect.poll(async () => (await site.get(`${batch}?ratta`, { cookie: leader })).text()).toMatch(/somaliska<\/option><\/select>/)
    expect(await (await site.get(`${batch}?ratta`, { cookie: leader })).text()).toContain('<option value="so" selected="">')
    const analyst = await site.signIn('analyst@example.se')
    expect(await (await site.get('/arbete/granska?dialog=pa-flera-sprak', { cookie: analyst })).text()).toMatch(/somaliska[\s\S]*somaliska/i)
  })
})

import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf, noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { closeDialogue } from '../close-dialogue.ts'
import { createDialogue } from '../create-dialogue.ts'
import { openDialogue } from '../open-dialogue.ts'
import { grantedBy, type Stage, stageDialogue } from '../stage-dialogue.ts'
import { drawPage, hiddenIn } from './draw-page.tsx'

useDatabase()
const address = '/delta/din-framtid'
const code = /[0-9A-HJKMNP-TV-Z]{4}-(?:<\/span><span>)?[0-9A-HJKMNP-TV-Z]{4}-/
let stage: Stage
let keep: string
let want: string
beforeAll(async () => {
  stage = await stageDialogue()
  ;[keep = '', want = ''] = stage.survey.questionIds
})
const newKey = async () => hiddenIn((await drawPage(address)).html, 'submissionKey')
const responses = async () => Number((await pool().query('select count(*) from participation_responses')).rows[0].count)
const codeIn = (html: string) => /translate="no"[^>]*>(.*?)<\/span><\/p>/.exec(html)?.[1]?.replaceAll(/<[^>]*>/g, '') ?? ''

describe('the survey', () => {
  test('asks each question with as many lines as may be written, and holds no script', async () => {
    const { status, html, title } = await drawPage(address)
    expect(status).toBe(200)
    expect(title).toBe('Din framtid här – Provinge')
    expect(html.match(new RegExp(`name="${keep}"`, 'g'))).toHaveLength(3)
    for (const words of [
      'Öppet till och med 29 november 2020 klockan 24.00.',
      'Vad är bra och ska finnas kvar?',
      'Vad, varför och hur länge.',
      'Svaren läses av alla som beslutar.',
      'Skriv inte namn',
      'Skicka mina svar',
    ])
      expect(html).toContain(words)
    expect(html.replace('<script src="/svar.js" nonce="nonce" defer=""></script>', '')).not.toMatch(/<script|onclick|style=/)
  })
  test('is in English where it is written in English, and says what is Swedish', async () => {
    const { html } = await drawPage(address, { language: 'en' })
    expect(html).toContain('What is good and should stay?')
    expect(html).toContain('Open until 29 November 2020 at 24:00.')
    expect(html).toMatch(/<p lang="sv">Svaren läses/)
    expect(html).not.toContain('Vad saknas i dag?')
  })
  test('each form has a key of its own', async () => {
    const keys = await Promise.all(Array.from({ length: 5 }, newKey))
    expect(new Set(keys).size).toBe(5)
  })
})

describe('after sending', () => {
  test('the page says what happened, what happens next and when, and shows the code and one’s own words', async () => {
    const { status, html, title } = await drawPage(address, {}, [
      ['submissionKey', await newKey()],
      [keep, 'Skogen & <b>älven</b>'],
      [keep, ''],
      [want, 'Bussar'],
    ])
    expect(status).toBe(200)
    expect(html).toContain('Tack. Ditt svar är sparat')
    expect(html).toContain('<bdi>Skogen &amp; &lt;b&gt;älven&lt;/b&gt;</bdi>')
    expect(html).toMatch(code)
    expect(html).toMatch(/visas senast \d+ \w+ \d{4} enligt planen/)
    expect(html).toContain('href="/folj"')
    // The code is nowhere but in the text: in no title, address or field.
    const found = codeIn(html)
    expect(found).toMatch(/^[0-9A-Z-]{21}$/)
    expect(title).not.toContain(found)
    expect([...html.matchAll(/(?:href|action|value|id|name)="([^"]*)"/g)].map((match) => match[1]).join(' ')).not.toContain(found.slice(0, 9))
  })
  test('attack 14: the same form again shows the same code, and says that it is stored once', async () => {
    const form: [string, string][] = [
      ['submissionKey', await newKey()],
      [keep, 'En gång'],
    ]
    const first = await drawPage(address, {}, form)
    const before = await responses()
    const second = await drawPage(address, {}, form)
    expect(codeIn(second.html)).toBe(codeIn(first.html))
    expect(second.html).toContain('Svaret är sparat en gång')
    expect(await responses()).toBe(before)
  })
  test('attack 15: the same form with other words shows that the first answer stands, and keeps the new words to send as another’s', async () => {
    const submissionKey = await newKey()
    await drawPage(address, {}, [
      ['submissionKey', submissionKey],
      [keep, 'Mitt svar'],
    ])
    const before = await responses()
    const { html } = await drawPage(address, {}, [
      ['submissionKey', submissionKey],
      [keep, 'Min mans svar'],
    ])
    expect(html).toContain('Ditt första svar gäller')
    expect(html).toContain('<bdi>Mitt svar</bdi>')
    expect(html).toContain('value="Min mans svar"')
    expect(hiddenIn(html, 'submissionKey')).not.toBe(submissionKey)
    expect(await responses()).toBe(before)
    const his = await drawPage(address, {}, [
      ['submissionKey', hiddenIn(html, 'submissionKey')],
      [keep, 'Min mans svar'],
    ])
    expect(codeIn(his.html)).not.toBe(codeIn(html))
    expect(await responses()).toBe(before + 1)
  })
})

describe('attack 4: a refused form is shown again with what was written, and leaves no row', () => {
  test.each([
    ['nothing written', 422, [], 'Skriv ett svar på minst en av frågorna', ''],
    [
      'a line that is too long',
      422,
      [
        ['want', 'x'.repeat(2001)],
        ['keep', 'Behåll mig'],
      ],
      'En rad är för lång',
      'value="Behåll mig"',
    ],
    [
      'NUL',
      422,
      [
        ['keep', 'bad\u0000hus'],
        ['want', 'Behåll mig'],
      ],
      'tecken som inte går att spara',
      'value="Behåll mig"',
    ],
    [
      'no key',
      422,
      [
        ['keep', 'Behåll mig'],
        ['submissionKey', ''],
      ],
      'Sidan var för gammal',
      'value="Behåll mig"',
    ],
  ] as const)('%s', async (_, status, fields, words, kept) => {
    const before = await responses()
    const names: Record<string, string> = { keep, want, submissionKey: 'submissionKey' }
    const form = fields.map(([name, value]) => [names[name] ?? name, value] as const)
    const drawn = await drawPage(address, {}, form.some(([name]) => name === 'submissionKey') ? form : [...form, ['submissionKey', await newKey()]])
    expect(drawn.status).toBe(status)
    expect(drawn.html).toContain('Något behöver ändras')
    expect(drawn.html).toContain(words)
    expect(drawn.html).toContain(kept)
    expect(hiddenIn(drawn.html, 'submissionKey').length).toBeGreaterThan(20)
    expect(await responses()).toBe(before)
  })
  test('the error names its question, and the summary leads there', async () => {
    const { html } = await drawPage(address, {}, [
      ['submissionKey', await newKey()],
      [want, 'x'.repeat(2001)],
    ])
    expect(html).toContain(`<a href="#${want}">`)
    expect(html).toContain(`id="${want}-error"`)
  })
  test('a field that was not asked for, and a dialogue that doesn’t exist, are not found', async () => {
    const before = await responses()
    expect(
      (
        await drawPage(address, {}, [
          ['submissionKey', await newKey()],
          ['name', 'Anna'],
          [keep, 'Skogen'],
        ])
      ).status,
    ).toBe(404)
    expect((await drawPage('/delta/finns-inte')).status).toBe(404)
    expect((await drawPage('/delta/finns-inte', {}, [['submissionKey', await newKey()]])).status).toBe(404)
    expect((await drawPage('/delta/gruppsamtal')).status).toBe(404)
    expect(await responses()).toBe(before)
  })
  test('bytes that are not UTF-8 are refused', async () => {
    const before = await responses()
    expect((await drawPage(address, {}, `submissionKey=${await newKey()}&${keep}=badh%E5n`)).status).toBe(400)
    expect((await drawPage(address, {}, `submissionKey=${await newKey()}&${keep}=%ED%A0%80`)).status).toBe(400)
    expect(await responses()).toBe(before)
  })
})

describe('when it isn’t open', () => {
  test('attack 42: a draft is not found', async () => {
    await grantedBy(
      createDialogue(
        stage.leader,
        {
          processId: stage.processId,
          stepId: stage.stepId,
          groupId: stage.residents,
          kind: 'survey',
          slug: 'utkast',
          title: 'Hemligt utkast',
          opensOn: '2020-10-01',
          closesOn: '2020-12-01',
          questions: [{ wording: 'x', stance: null }],
        },
        noonOf(day('2020-10-01')),
      ),
    )
    expect((await drawPage('/delta/utkast')).status).toBe(404)
    expect((await drawPage('/delta')).html).not.toContain('Hemligt')
  })
  test('before its first day it says when it opens', async () => {
    expect((await drawPage(address, { at: '2020-10-02T10:00:00Z' })).html).toContain('Den öppnar 5 oktober 2020 klockan 00.00.')
  })
  test('after its last it says when it was open, and an answer that came too late is shown back, not stored', async () => {
    const late = { at: '2020-11-29T23:00:00Z' }
    const before = await responses()
    expect((await drawPage(address, late)).html).toContain('Den var öppen 5 oktober–29 november 2020 och stängde 29 november 2020 klockan 24.00.')
    const { status, html } = await drawPage(address, late, [
      ['submissionKey', 'a-key-of-at-least-22-signs'],
      [keep, 'Jag var för sen'],
    ])
    expect(status).toBe(409)
    expect(html).toContain('är inte sparat')
    expect(html).toContain('<bdi>Jag var för sen</bdi>')
    expect(await responses()).toBe(before)
  })
  test('closed early it says when, by the clock in Sweden, and why; closed before it opened, that nobody could answer', async () => {
    const own = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, kind: 'survey' as const, questions: [{ wording: 'x', stance: null }] }
    const told = { information: 'Vad', legalBasis: 'x', promise: 'Svaren läses', contact: 'Växeln', opensOn: '2020-10-05', closesOn: '2020-11-29' }
    const opened = async (slug: string) => {
      const made = await grantedBy(createDialogue(stage.leader, { ...own, ...told, slug, title: slug }, noonOf(day('2020-10-01'))))
      await grantedBy(openDialogue(stage.leader, { dialogueId: made.id }, noonOf(day('2020-10-01'))))
      return made.id
    }
    const early = await opened('stangs-tidigt')
    await grantedBy(closeDialogue(stage.leader, { dialogueId: early, reason: 'Fel fråga' }, momentOf(new Date('2020-10-25T01:30:00Z'))))
    const { html } = await drawPage('/delta/stangs-tidigt', { at: '2020-10-26T10:00:00Z' })
    expect(html).toContain('Den var öppen 5–25 oktober 2020 och stängde 25 oktober 2020 klockan 02.30.')
    expect(html).toContain('Fel fråga')
    expect(html).toContain('href="/delta/stangs-tidigt/svar"')
    const never = await opened('stangs-innan')
    await grantedBy(closeDialogue(stage.leader, { dialogueId: never, reason: 'Fel dag' }, momentOf(new Date('2020-10-02T10:00:00Z'))))
    expect((await drawPage('/delta/stangs-innan', { at: '2020-10-26T10:00:00Z' })).html).toContain('Den stängdes 2 oktober 2020 klockan 12.00, innan den hade öppnat.')
    const list = (await drawPage('/delta', { at: '2020-10-26T10:00:00Z' })).html
    for (const said of ['Var öppet 5–25 oktober 2020', 'Stängdes innan det öppnade', 'Öppet till och med 29 november 2020 klockan 24.00']) expect(list).toContain(said)
    const lead = (await drawPage('/arbete/dialoger/stangs-tidigt', { actor: stage.leader, at: '2020-10-26T10:00:00Z' })).html
    for (const said of ['5 oktober 2020 klockan 00.00', '25 oktober 2020 klockan 02.30. Fel fråga']) expect(lead).toContain(said)
  })
})

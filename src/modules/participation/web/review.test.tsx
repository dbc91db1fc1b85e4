import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { useDatabase } from '#test/database'
import { readShownQuotes } from '../read-shown-quotes.ts'
import { type Stage, stageDialogue } from '../stage-dialogue.ts'
import { submitAnswer } from '../submit-answer.ts'
import { drawPage } from './draw-page.tsx'

useDatabase()
let stage: Stage
beforeAll(async () => {
  stage = await stageDialogue()
})
const analyst = () => ({ actor: stage.analyst })

describe('the review', () => {
  beforeAll(async () => {
    for (const [index, text] of ['Fin natur', 'FIN  NATUR', 'Ring 070-174 06 05', '<img src=x onerror=alert(1)>', '\u202etxet dnäV'].entries())
      await submitAnswer({ dialogue: 'din-framtid', submissionKey: `a-key-of-at-least-22-signs-${index}`, given: { 'fraga-1': { texts: [text] } } }, noonOf(day('2020-10-12')))
  })
  const room = '/arbete/granska?dialog=din-framtid'
  const idOf = async (text: string) => (await pool().query('select id from participation_statements where text = $1', [text])).rows[0].id as string

  test('shows what waits, what looks like personal data and what says the same, and acts on nothing it shows', async () => {
    const { html } = await drawPage(room, analyst())
    expect(html).toContain('Ring [telefon]')
    expect(html.match(/Samma ord i 2 yttranden/g)).toHaveLength(2)
    expect(html).toContain('<bdi>&lt;img src=x onerror=alert(1)&gt;</bdi>')
    expect(html).toContain('<bdi>\u202etxet dnäV</bdi>')
    expect(html.match(/type="checkbox"/g)).toHaveLength(5)
  })
  test('the auditor reads and marks nothing', async () => {
    const { html } = await drawPage(room, { actor: stage.auditor })
    expect(html).toContain('Fin natur')
    expect(html).not.toContain('type="checkbox"')
  })
  test('marked texts may be shown, as they are written in their fields', async () => {
    const [phone, nature] = [await idOf('Ring 070-174 06 05'), await idOf('Fin natur')]
    const form: [string, string][] = [
      ['decide', 'marked may-be-shown'],
      ['statementIds', phone],
      ['statementIds', nature],
      [`shown-${phone}`, 'Ring mig'],
      [`shown-${nature}`, 'Fin natur'],
      ['cause', 'personal-data'],
      ['reason', ''],
    ]
    expect((await drawPage(room, analyst(), [...form.slice(0, 3), [`shown-${phone}`, '']])).html).toContain(`href="#shown-${phone}"`)
    const unsaid = await drawPage(room, analyst(), [...form.slice(0, 5), ['cause', ''], ['reason', '']])
    expect([unsaid.status, unsaid.html.includes('href="#cause"'), unsaid.html.includes('>Ring mig</textarea>')]).toEqual([422, true, true])
    expect(await drawPage(room, analyst(), form)).toMatchObject({ status: 302, location: room })
    expect((await readShownQuotes([phone, nature], 5)).map(({ text, masked }) => [text, masked])).toEqual([
      ['Ring mig', true],
      ['Fin natur', false],
    ])
  })
  test('what is withheld needs its reason, and nothing marked is told', async () => {
    const image = await idOf('<img src=x onerror=alert(1)>')
    const refused = await drawPage(room, analyst(), [
      ['decide', 'marked withheld'],
      ['statementIds', image],
      ['reason', ''],
    ])
    expect(refused.html).toContain('Välj skälet i listan')
    expect(refused.html).toMatch(new RegExp(`value="${image}" checked|checked="" value="${image}"|name="statementIds" checked="" value="${image}"`))
    expect(
      (
        await drawPage(room, analyst(), [
          ['decide', 'marked withheld'],
          ['statementIds', image],
          ['reason', 'Inget svar'],
        ])
      ).status,
    ).toBe(302)
    expect(
      (
        await drawPage(room, analyst(), [
          ['decide', 'marked may-be-shown'],
          ['reason', ''],
        ])
      ).html,
    ).toContain('Välj minst ett yttrande')
  })
  test('all on the page without a warning may be shown at once', async () => {
    const { html } = await drawPage(room, analyst())
    const plain = [...html.matchAll(/name="plainIds" value="([^"]+)"/g)].map((match): [string, string] => ['plainIds', match[1] ?? ''])
    expect(plain).toHaveLength(2)
    expect((await drawPage(room, analyst(), [['decide', 'plain may-be-shown'], ...plain])).status).toBe(302)
    expect((await drawPage(room, analyst())).html).toContain('Inget ligger här')
  })
  test('attack 29, 43 and 48: filters in the address are read as our words or not at all', async () => {
    for (const filter of [
      '?lage=%27%20or%201=1',
      '?dialog=%3Csvg%20onload=alert(1)%3E',
      '?sida=-1',
      '?sida=1e309',
      '?sida=99999',
      '?grupp=%00',
      '?lage=constructor&sida=abc',
      '?per_page=1;drop',
      '?varning=threat&lage=toString',
      '?varning=__proto__',
      '?varning=hot%27%20or%201=1--',
      '?reviews.masked_text=x&statements.text=x',
    ])
      expect((await drawPage(`/arbete/granska${filter}`, analyst())).status).toBe(200)
    const { html } = await drawPage('/arbete/granska?lage=visas&dialog=din-framtid', analyst())
    expect(html).toContain('Fin natur')
    expect(html).toMatch(/href="\/arbete\/granska\?lage=visas-inte&amp;dialog=din-framtid"/)
  })
})

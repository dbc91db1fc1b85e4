import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { receiptIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite()
const survey = '/delta/hur-gar-det-2026'
let question = ''
let sent = 0

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  question = /name="([0-9a-f-]{36})"/.exec(await (await site.get(survey)).text())?.[1] ?? ''
})

async function answer(text: string) {
  const html = await (await site.post(survey, { submissionKey: `key-of-an-answer-held-back-${sent++}`, [question]: text })).text()
  const code = receiptIn(html)
  const { rows } = await pool().query('select id from participation_statements where text = $1', [text])
  return { code, id: rows[0].id as string }
}
async function cookieOf(role: string) {
  const { rows } = await pool().query('select email from people_persons person join people_assignments given on given.person_id = person.id where given.role = $1 limit 1', [role])
  return rows[0] && site.signIn(rows[0].email)
}
const review = async (id: string, decide: string, more: Record<string, string>) =>
  site.post('/arbete/granska', { statementIds: id, decide, ...more }, { cookie: await cookieOf('process-leader') })
const follow = async (code: string, cookie = 'sprak=sv') => (await site.post('/folj', { code }, { cookie })).text()

describe('words that a person has taken away', () => {
  test('are seen by nobody afterwards, on any page of the workroom or in public, but by the one who wrote', async () => {
    const { id, code } = await answer('Det är Skräddarhult som bestämmer')
    expect((await review(id, 'marked may-be-shown', { [`shown-${id}`]: 'Det är [namn] som bestämmer', reason: 'Pekar ut någon.' })).status).toBe(302)
    const { rows: roles } = await pool().query('select distinct role from people_assignments')
    const looked = new Set<string>()
    for (const cookie of [undefined, ...(await Promise.all(roles.map(({ role }) => cookieOf(role))))]) {
      const waiting = [
        '/',
        '/arbete',
        '/delta',
        '/samsyn',
        '/arbete/granska?lage=visas&dialog=hur-gar-det-2026',
        '/arbete/granska',
        '/arbete/kodning',
        '/api/v1/dialogues/hur-gar-det-2026/figures',
      ]
      const [seen, here] = [new Set(waiting), new Set<string>()]
      for (let at = waiting.pop(); at !== undefined && here.size < 100; at = waiting.pop()) {
        const html = await (await site.get(at, cookie ? { cookie } : {})).text()
        looked.add(at)
        here.add(at)
        expect([at, html.includes('Skräddarhult')]).toEqual([at, false])
        for (const [, href = ''] of html.matchAll(/href="(\/(?!assets|dokument)[^"#]*)"/g)) {
          const next = href.replaceAll('&amp;', '&')
          if (!seen.has(next)) waiting.unshift(next)
          seen.add(next)
        }
      }
      // Each role has pages to look at: none is left out because those before it saw many.
      expect(here.size).toBeGreaterThan(8)
    }
    expect(looked.size).toBeGreaterThan(60)
    expect(await follow(code)).toContain('Skräddarhult')
    // Withheld later, it stays masked for whoever reviews.
    await review(id, 'marked withheld', { reason: 'Går inte att förstå.' })
    const { rows } = await pool().query('select masked_text from participation_reviews where statement_id = $1 order by reviewed_at', [id])
    expect(rows.map((row) => row.masked_text)).toEqual(['Det är [namn] som bestämmer', 'Det är [namn] som bestämmer'])
  })
  test('are told to the one who wrote, with the reason, in Swedish and in English', async () => {
    const { id, code } = await answer('Kalle på macken är bäst')
    await review(id, 'marked may-be-shown', { [`shown-${id}`]: '[namn] är bäst', reason: 'Visar vem någon är.' })
    const page = await follow(code)
    expect(page).toContain('Ditt svar visas med några ord borttagna.')
    expect(page).toContain('Visar vem någon är.')
    expect(await follow(code, 'sprak=en')).toContain('Your answer is shown with some words removed.')
  })
  test('by the machine, as a telephone number, are told too', async () => {
    const { id, code } = await answer('Ring mig på 070-174 06 05')
    expect((await review(id, 'marked may-be-shown', {})).status).toBe(302)
    expect(await follow(code)).toContain('Orden kunde visa vem någon är')
  })
})

test('a text that isn’t shown is told to the one who wrote, with the reason; one that is shown whole needs no word', async () => {
  const [withheld, whole] = [await answer('Han i huset bredvid'), await answer('En gångväg till skolan')]
  await review(withheld.id, 'marked withheld', { reason: 'Pekar ut en granne.' })
  await review(whole.id, 'marked may-be-shown', {})
  const page = await follow(withheld.code)
  expect(page).toContain('Ditt svar visas inte.')
  expect(page).toContain('Pekar ut en granne.')
  expect(await follow(whole.code)).not.toContain('Ditt svar visas')
})

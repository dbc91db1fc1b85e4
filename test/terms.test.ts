import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { findDocument } from '#documents'
import { presentMoment } from '#http/clock'
import { concepts, inTerms, ordinaryTerms, type Term, type TermList, terms } from '#kernel/terms'
import { mintActor } from '#people'
import { addGoal, createPlan, submitPlan } from '#plans'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { sendMail } from '../src/foundation/people/send-mail.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = presentMoment()
const query = async <Row>(sql: string, values: unknown[] = []) => (await pool().query(sql, values)).rows as Row[]
const strange = Object.fromEntries(
  concepts.map((concept, index) => {
    const [stem, english] = [`zzz${'abcdefgh'[index]}ord`, `qqq${'abcdefgh'[index]}word`]
    return [concept, { one: stem, the: `${stem}en`, many: `${stem}ar`, allThe: `${stem}arna`, gender: 'en', english, englishMany: `${english}s` }] as const
  }),
) as unknown as TermList
let [admin, frozenBefore] = ['', '']

const give = (concept: string, term: Term, act = 'save') => site.post('/arbete/installningar/ord', { act, concept, choice: 'own', ...term }, { cookie: admin })

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  admin = await site.signIn('ali@ange.example')
  frozenBefore = JSON.stringify(await query('select sha256, canonical from documents_frozen order by sha256'))
})

test('a word is seen in its sentences before it holds, and nothing is stored', async () => {
  const page = await (await give('goal', strange.goal, 'preview')).text()
  for (const sentence of [
    'Zzzaorden har inte bedömts än.',
    'Ingen zzzaord kommer ur orden.',
    'Skriv en zzzaord.',
    'Hur nära zzzaordarna är vi?',
    'The qqqaword has not been judged yet.',
  ])
    expect(page).toContain(sentence)
  expect(await query('select * from people_terms')).toEqual([])
  expect(await (await site.get('/resultat')).text()).not.toContain('zzz')
})

describe('is refused, with what was written kept and nothing stored:', () => {
  test.each<[string, Record<string, string>, string]>([
    ['a form that is missing', { allThe: ' ' }, 'Skriv något här'],
    ['a word with a tag in it', { one: 'mål<b>' }, 'Använd bokstäver, mellanslag och bindestreck'],
    ['a word as long as a sentence', { many: 'x'.repeat(41) }, 'Texten är för lång'],
    ['the word of another concept', { one: 'mått' }, 'Ett annat begrepp har redan det ordet'],
    ['what is as it was', { ...ordinaryTerms.goal }, 'Inget är ändrat'],
  ])('%s', async (_, wished, sentence) => {
    const answer = await give('goal', { ...strange.goal, ...wished } as Term)
    expect([answer.status >= 400, (await answer.text()).includes(sentence)]).toEqual([true, true])
    expect(await query('select * from people_terms')).toEqual([])
  })
  test('somebody who is not the administrator', async () => {
    const answer = await site.post('/arbete/installningar/ord', { act: 'save', concept: 'goal', choice: '1' }, { cookie: await site.signIn('kim@ange.example') })
    expect([answer.status, await query('select * from people_terms')]).toEqual([403, []])
  })
})

describe('when every word is another', () => {
  beforeAll(async () => {
    for (const concept of concepts) expect((await give(concept, strange[concept])).status).toBe(302)
  })

  test('no page has the ordinary word where the concept is meant, in Swedish or English', async () => {
    const isOrdinary = wordsOf(ordinaryTerms)
    // What people have written keeps its words: each of their texts is taken away before a page is read.
    const written = await textsWith(isOrdinary)
    const [left, seen, pages] = [[] as string[], new Set<string>(), new Set<string>()]
    for (const email of ['', 'pia', 'anders', 'sara', 'kim', 'rut', 'eva', 'ali'])
      for (const language of email === '' ? ['sv', 'en'] : ['sv']) {
        const cookie = [email && (await site.signIn(`${email}@ange.example`)), `sprak=${language}`].filter(Boolean).join('; ')
        for await (const [path, html] of crawl(email ? '/arbete' : '/', cookie)) {
          pages.add(path)
          for (const [word] of html.matchAll(/zzz[a-h]|qqq[a-h]/gi)) seen.add(word.toLowerCase())
          // The page where words are chosen says what is chosen from; the parts page shows made-up samples.
          if (path.startsWith('/arbete/installningar/ord') || path === '/arbete/delar') continue
          for (const text of readableIn(html)) {
            const rest = written.reduce((shorter, each) => shorter.replaceAll(each, ' '), text.toLowerCase())
            if (isOrdinary.test(rest) && !/enligt planen|Planen var|according to the plan|The plan was/i.test(rest)) left.push(`${path}: ${rest.trim()}`)
          }
        }
      }
    expect([...new Set(left)]).toEqual([])
    expect(pages.size).toBeGreaterThan(60)
    expect([...seen].filter((word) => word.startsWith('zzz')).length).toBe(concepts.length)
    expect(seen.has('qqqa') && seen.has('qqqc') && seen.has('qqqe')).toBe(true)
  })

  test('a document frozen from now on has the words, and those frozen before keep theirs', async () => {
    const [kim, organ, matter] = [await actorOf('kim'), await one("select id from people_organs where key = 'ks'"), await one('select id from decision_matters')]
    const plan = await grantedOf(
      createPlan(
        kim,
        { name: 'Provet', kind: 'municipal', ownerId: organ, processId: await one('select id from process_processes'), period: '2031', fromDay: '2031-01-01', toDay: '2031-12-31' },
        now,
      ),
    )
    await grantedOf(
      addGoal(
        kim,
        { versionId: plan.versionId, number: '1', text: 'Provet går', responsibleId: organ, whyWeBelieve: 'Det brukar gå.', rule: 'whole' } as Parameters<typeof addGoal>[1],
        now,
      ),
    )
    const { sha256 } = await grantedOf(submitPlan(kim, { versionId: plan.versionId, matterId: matter }, now))
    expect(JSON.stringify((await findDocument(sha256))?.content)).toContain('Zzzaord 1 Provet går')
    const all = await query<{ sha256: string }>('select sha256, canonical from documents_frozen order by sha256')
    expect(JSON.stringify(all.filter((document) => document.sha256 !== sha256))).toBe(frozenBefore)
  })

  test('a mail has them', async () => {
    await sendMail({ recipient: 'kim@ange.example', subject: `Bedöm ${terms.goal.the}`, body: `${terms.goal.No} är bedöm${terms.goal.t}` })
    expect(await query("select subject, body from people_mails where recipient = 'kim@ange.example' and subject like 'Bedöm%'")).toEqual([
      { subject: 'Bedöm zzzaorden', body: 'Ingen zzzaord är bedömd' },
    ])
  })

  test('a mark that somebody sends is no word', async () => {
    const page = await (await give('goal', { ...strange.goal, one: `X${terms.goal.one}` })).text()
    expect(page).toContain('value="X\ufffd"')
  })
})

test('the sentence agrees with the word', () => {
  expect(inTerms(`${terms.goal.No}, ${terms.goal.this}, bedöm${terms.goal.t}, ${terms.activity.AnEnglish}`, ordinaryTerms)).toBe('Inget mål, det här målet, bedömt, An activity')
})

const wordsOf = (list: TermList) =>
  new RegExp(
    `(?<![\\p{L}-])(?:${Object.values(list)
      .flatMap(({ gender: _, ...forms }) => Object.values(forms))
      .join('|')})s?(?![\\p{L}-])`,
    'iu',
  )
const actorOf = async (name: string) => {
  const actor = await mintActor(await one('select id from people_persons where email = $1', [`${name}@ange.example`]), now.day)
  if (!actor) throw new Error(`Nobody is ${name}`)
  return actor
}
const one = async (sql: string, values: unknown[] = []) => (await query<{ id: string }>(sql, values))[0]?.id ?? ''
async function grantedOf<Value>(act: Promise<{ granted: true; value: Value } | { granted: false; refusal: unknown }>): Promise<Value> {
  const result = await act
  if (!result.granted) throw new Error(`Refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

/** Every text of the database that has one of the words, the longest first, with its lines and its pieces between marks of a document. */
async function textsWith(isOrdinary: RegExp): Promise<string[]> {
  const columns = await query<{ of: string; name: string }>(
    "select table_name as of, column_name as name from information_schema.columns where table_schema = 'public' and data_type in ('text', 'ARRAY') and table_name <> 'people_terms'",
  )
  const found = new Set<string>()
  for (const { of, name } of columns)
    for (const { text } of await query<{ text: string | null }>(`select distinct "${name}"::text as text from "${of}" where "${name}" is not null`))
      for (const piece of [text ?? '', ...(text ?? '').split(/["\n]/)]) if (!/^[a-z-]*$/.test(piece) && isOrdinary.test(piece)) found.add(piece.trim().toLowerCase())
  return [...found].sort((a, b) => b.length - a.length)
}

/** What is read of a page: the text between its tags, in one piece for each element, and what its attributes say. */
function readableIn(html: string): string[] {
  const said = [...html.matchAll(/ (?:aria-label|title|placeholder|alt)="([^"]*)"/g)].map(([, text = '']) => text)
  return [...said, ...html.replaceAll(/<!--.*?-->|<style.*?<\/style>|<code>.*?<\/code>/gs, '').split(/<[^>]+>/)].map((text) =>
    text.replaceAll('&#x27;', "'").replaceAll('&amp;', '&').replaceAll('&quot;', '"').trim(),
  )
}

async function* crawl(start: string, cookie: string): AsyncGenerator<[string, string]> {
  const [paths, kinds] = [[start], new Map<string, number>()]
  for (const path of paths) {
    const answer = await site.get(path, { cookie })
    const location = answer.headers.get('location')
    const html = location ? `<a href="${location}">` : await answer.text()
    if (!location) yield [path, html]
    for (const [, link = ''] of html.matchAll(/<a [^>]*href="(\/[^"#?]*)/g)) {
      const kind = link.replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}|[0-9a-f]{64}/g, ':id').replace(/(tema|matt|delta|dialoger|process)\/[^/]+$/, '$1/:slug')
      if (paths.includes(link) || /^\/(?:sprak|assets|demo|logga|utseende)/.test(link) || (kinds.get(kind) ?? 0) >= 2) continue
      kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
      paths.push(link)
    }
  }
}

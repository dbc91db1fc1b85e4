import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { readVotes, storeVotes } from '#participation'
import { releaseStep } from '#process'
import { freezeOpinionMap } from '../src/modules/analysis/freeze-opinion-map.ts'
import { addOpinionStatement } from '../src/modules/participation/add-opinion-statement.ts'
import { reviewStatements } from '../src/modules/participation/review-statements.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { storeResponses } from '../src/modules/participation/store-responses.ts'
import { openOpinionDialogue } from './open-opinion-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
const later = momentOf(new Date(Date.now() + 60_000))
const page = '/delta/vad-tycker-du/pastaenden'
const said = ['Rektorn Vera på skolan är för sträng', 'Fler bänkar vid torget', 'Bussen till Rungsta är alltid sen']
let stage: Stage
let dialogueId = ''
let leader = ''
let quoteIds: string[] = []

beforeAll(async () => {
  stage = await stageDialogue()
  const common = { dialogueId: stage.survey.id, groupId: stage.residents, receivedOn: now.day, source: 'web' as const, persons: 1, label: null }
  const lines = [...said, 'Ett annat svar', 'Ännu ett svar', 'Ett sjätte svar']
  const stored = await storeResponses(lines.map((text) => ({ ...common, lines: [{ questionId: stage.survey.questionIds[0] ?? '', text }] })))
  quoteIds = stored.slice(0, said.length).map(({ statementIds }) => statementIds[0] ?? '')
  await grantedBy(reviewStatements(stage.analyst, { statementIds: quoteIds, verdict: 'may-be-shown' }, now))
  dialogueId = (await openOpinionDialogue(stage, { slug: 'vad-tycker-du', opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 1), statements: 3 }, now)).id
  for (const [at, text] of said.entries()) await grantedBy(addOpinionStatement(stage.leader, { dialogueId, text, quoteId: quoteIds[at] ?? '' }, now))
  leader = await site.signIn((await pool().query("select email from people_persons where name = 'process-leader'")).rows[0].email)
})

const text = async (path: string, cookie = '') => (await (await site.get(path, cookie ? { cookie } : {})).text()).replaceAll('<!-- -->', '')
const vote = (statement: number, token?: string) =>
  site.request('/api/v1/dialogues/vad-tycker-du/votes', {
    method: 'POST',
    headers: { 'content-type': 'application/json', host: '127.0.0.1' },
    body: JSON.stringify({ statement, vote: 1, ...(token && { token }) }),
  })
const listed = async () => text('/api/v1/dialogues/vad-tycker-du/statements')

describe('a statement that repeats an answer', () => {
  test('is voted on in the words that may be shown', async () => {
    for (const words of said) expect(await listed()).toContain(words)
    const answers = await Promise.all([4, 5, 6].map((number) => vote(number)))
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201])
  })
  test('is in a published map in those words, which are not in the frozen document', async () => {
    const line = (who: number) => [1, 2, 3, 4, 5, 6].map((statement) => ({ statement, vote: (who + statement) % 3 === 0 ? (-1 as const) : (1 as const) }))
    await storeVotes(
      dialogueId,
      Array.from({ length: 30 }, (_, who) => line(who)),
    )
    await grantedBy(freezeOpinionMap(stage.analyst, { dialogueId }, now))
    const { rows } = await pool().query<{ id: string }>("select id from process_steps where key = 'analysis'")
    await grantedBy(releaseStep(stage.leader, { stepId: rows[0]?.id ?? '', note: '' }, now))
    for (const words of said) expect(await text(`${page}/resultat`)).toContain(words)
    const document = (await pool().query<{ canonical: string; sha256: string }>("select canonical, sha256 from documents_frozen where kind = 'opinion-map'")).rows[0]
    expect(document?.canonical).toContain('Påstående 4, ur ett svar på en enkät')
    for (const html of [document?.canonical, await text(`/handling/${document?.sha256}`)]) expect(html).not.toMatch(/Vera|Fler bänkar|Rungsta/)
  })
  test('is withdrawn everywhere as soon as the answer is masked or withheld, and its words are shown to nobody', async () => {
    const { token } = (await (await vote(1)).json()) as { token: string }
    await grantedBy(
      reviewStatements(
        stage.analyst,
        { statementIds: [quoteIds[0] ?? ''], verdict: 'may-be-shown', maskedText: 'Rektorn [namn] på skolan är för sträng', cause: 'personal-data', reason: '' },
        later,
      ),
    )
    await grantedBy(reviewStatements(stage.analyst, { statementIds: [quoteIds[2] ?? ''], verdict: 'withheld', cause: 'personal-data', reason: '' }, later))
    // What another process has kept is a second old at the most.
    await expect.poll(listed).not.toContain('Vera')
    const own = `samsyn_deltagare=${token}`
    const pages = [await listed(), ...(await Promise.all([4, 6].map((number) => text(`${page}?nr=${number}`)))), await text(`${page}/mina`, own)]
    pages.push(await text('/arbete/dialoger/vad-tycker-du/pastaenden', leader), await text(`${page}/resultat`))
    for (const html of pages) expect(html).not.toMatch(/Vera|Rungsta/)
    expect(await listed()).toContain('Fler bänkar')
    expect(pages.at(-1)).toContain('Svaret får inte visas')
    for (const number of [4, 6]) {
      const answer = await vote(number, token)
      expect([answer.status, ((await answer.json()) as { type: string }).type]).toEqual([409, '/api#statement-withdrawn'])
    }
    let next: number | undefined = 2
    const asked: number[] = []
    while (next !== undefined) {
      asked.push(next)
      next = ((await (await vote(next, token)).json()) as { next: { statement: number } | null }).next?.statement
    }
    expect(asked.sort()).toEqual([2, 3, 5])
  })
  test('is in no later map, and the desk says why', async () => {
    const { statements } = await readVotes(dialogueId)
    expect(statements.map(({ number, isWithdrawn }) => [number, isWithdrawn])).toEqual([1, 2, 3, 4, 5, 6].map((number) => [number, number === 4 || number === 6]))
    expect(JSON.stringify(statements)).not.toMatch(/Vera|Rungsta/)
    expect((await text('/arbete/dialoger/vad-tycker-du/pastaenden', leader)).match(/Svaret som påståendet upprepade får inte visas längre/g)).toHaveLength(2)
  })
  test('is back when the answer may be shown in its words again', async () => {
    await grantedBy(reviewStatements(stage.analyst, { statementIds: [quoteIds[2] ?? ''], verdict: 'may-be-shown' }, momentOf(new Date(Date.now() + 120_000))))
    await expect.poll(listed).toContain('Rungsta')
  })
})

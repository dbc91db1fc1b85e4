import { strFromU8, unzipSync } from 'fflate'
import { beforeAll, describe, expect, test } from 'vitest'
import { codeStatement, freezeMatrix, publishFinding, readThemes, recomputeFigures, reviewFinding, writeFinding } from '#analysis'
import { pool } from '#db/database.server'
import { listMatters } from '#decision'
import { presentMoment } from '#http/clock'
import type { Actor } from '#kernel/actor'
import { mintActor } from '#people'
import { listProcesses, releaseStep } from '#process'
import { createProposal, rootPhrase, submitProposal } from '#vision'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { drawRound } from '../src/modules/analysis/draw-round.ts'
import { endRound } from '../src/modules/analysis/end-round.ts'
import { freezeCodebook } from '../src/modules/analysis/freeze-codebook.ts'
import { mergeThemes } from '../src/modules/analysis/merge-themes.ts'
import { readAgreement } from '../src/modules/analysis/read-agreement.ts'
import { readInRound } from '../src/modules/analysis/read-in-round.ts'
import { undoMerge } from '../src/modules/analysis/undo-merge.ts'
import { grantedBy } from '../src/modules/participation/stage-dialogue.ts'
import { receiptIn } from './receipt.ts'
import { useSite } from './site.ts'

const site = useSite()
const sentence = 'Två kodare läste temat olika. Läs siffrorna med försiktighet.'
const short = 'läses olika av två kodare'
let analyst: Actor
let leader: Actor
let [asAnalyst, asLeader, processId, nature, safety, nearby] = ['', '', '', '', '', '']

const act = async (email: string) => mintActor((await pool().query('select id from people_persons where email = $1', [email])).rows[0]?.id ?? '', presentMoment().day)
const pageOf = async (path: string, cookie = '') => (await (await site.get(path, { cookie })).text()).replaceAll('<!-- -->', '')
const themeOf = async (slug: string) => (await readThemes({ processId })).find((theme) => theme.slug === slug)?.id ?? ''
const phrasePath = async (text: string) => `/ord/${(await pool().query('select id from vision_phrases where text = $1', [text])).rows[0]?.id}`
const documentOf = async (sha256: string) => pageOf(`/handling/${sha256}`, asLeader)

async function release(key: string) {
  const step = (await listProcesses(presentMoment().day))[0]?.steps.find((each) => each.key === key)?.id ?? ''
  await grantedBy(releaseStep(leader, { stepId: step }, presentMoment()))
}
/** A round that ends at once: what the one reads, and what the other does, of each statement. */
async function round(one: readonly string[], other: readonly string[]) {
  const { id: roundId } = await grantedBy(drawRound(leader, { processId, coderIds: [analyst.person, leader.person], size: '10', wanted: '0,8' }, presentMoment()))
  const { rows } = await pool().query('select statement_id as id from analysis_round_statements where round_id = $1 order by position', [roundId])
  for (const [at, { id: statementId }] of rows.entries())
    for (const [coder, said] of [
      [analyst, one],
      [leader, other],
    ] as const)
      await grantedBy(readInRound(coder, { roundId, statementId, readings: [{ themeId: said[at % said.length] ?? '', stance: '' }] }, presentMoment()))
  return grantedBy(endRound(leader, { roundId }, presentMoment()))
}
let ended: { sha256: string }

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  processId = (await listProcesses(presentMoment().day))[0]?.id ?? ''
  ;[analyst, leader] = [(await act('anders@ange.example')) as Actor, (await act('pia@ange.example')) as Actor]
  ;[asAnalyst, asLeader] = [await site.signIn('anders@ange.example'), await site.signIn('pia@ange.example')]
  ;[nature, safety, nearby] = [await themeOf('natur'), await themeOf('trygghet'), await themeOf('gemenskap')]
  // Of safety they are of one mind. What the one reads as nature the other reads as community, half the times.
  ended = await round([safety, nature, safety, nature], [safety, nature, safety, nearby])
})

test('what two read alike, and what they did not, is said of each code in the document of the round', async () => {
  expect([...(await readAgreement(processId))].map(([theme, { isWeak }]) => [theme, isWeak])).toEqual(
    expect.arrayContaining([
      [nature, true],
      [safety, false],
      [nearby, true],
    ]),
  )
  const page = await documentOf(ended.sha256)
  expect(page.match(/Önskat alfa nås inte/g)).toHaveLength(2)
})

describe('a theme that two read unlike is marked', () => {
  beforeAll(async () => {
    await grantedBy(freezeMatrix(analyst, { processId }, presentMoment()))
    await release('analysis')
  })

  test('among the themes behind a phrase of the vision, in both languages, and those that were read alike are not', async () => {
    const path = await phrasePath('Här är skogen granne och älven en väg,')
    expect(await pageOf(path)).toContain(sentence)
    expect(await pageOf(path, 'sprak=en')).toContain('Two coders read the theme differently. Read the numbers with care.')
    expect(await pageOf('/tema/natur')).toContain(sentence)
    expect(await pageOf('/tema/trygghet')).not.toContain('Två kodare')
  })

  test('in every view of the matrix, also where it says what the readings hang on, and in the frozen one', async () => {
    for (const view of ['', '?visa=omnamnanden', '?visa=hallning', '?visa=hanger']) {
      const page = await pageOf(`/arbete/samsyn${view}`, asAnalyst)
      expect([view, /natur (\(läses olika av två kodare\)|<span class="tag asks">Läses olika av två kodare)/.test(page)]).toEqual([view, true])
    }
    const frozen = await pageOf(/href="(\/handling\/[^"]+)">Läs den frysta analysen/.exec(await pageOf('/arbete/samsyn', asAnalyst))?.[1] ?? '', asLeader)
    expect(frozen.split(short).length).toBeGreaterThan(2)
  })

  test('where a finding is written, read and published, and in its document', async () => {
    expect(await pageOf('/arbete/fynd/nytt', asAnalyst)).toContain(`(${short})`)
    const words = { question: 'take-further' as const, claim: 'Naturen är värd att ta vidare', whoDisagrees: 'Ingen', notKnown: 'Mycket' }
    const { id: findingId } = await grantedBy(writeFinding(analyst, { ...words, processId, findingId: '', figures: [nature, safety] }, presentMoment()))
    await grantedBy(reviewFinding(leader, { findingId, revision: 1, verdict: 'approved', reason: '' }, presentMoment()))
    const { sha256 } = await grantedBy(publishFinding(leader, { findingId, revision: 1 }, presentMoment()))
    const name = (await readThemes({ ids: [nature] }))[0]?.name
    const document = await documentOf(sha256)
    for (const said of [`${name} (${short})`, `${name}: ${sentence}`]) expect(document).toContain(said)
    await release('analysis')
    const published = new RegExp(`<article(?:(?!</article>).)*${words.claim}.*?</article>`, 's')
    expect(published.exec(await pageOf('/samsyn'))?.[0]).toContain(`${name}: ${sentence}`)
    expect(await pageOf(await phrasePath('Här är skogen granne och älven en väg,'))).toContain(`${name}: ${sentence}`)
  })

  test('in a proposal for a vision and in what is handed in of it', async () => {
    const text = 'Vi lever nära skogen'
    const proposal = await grantedBy(createProposal(leader, { processId, slug: 'nara-skogen', name: 'Nära skogen', text, provenance: 'invented' }, presentMoment()))
    await grantedBy(rootPhrase(analyst, { phraseId: proposal.phraseIds[0] ?? '', themeId: nature }, presentMoment()))
    expect(await pageOf('/arbete/vision/nara-skogen', asAnalyst)).toMatch(/<li>Skog[^<]*\(läses olika av två kodare\) <span/)
    const matterId = (await listMatters(presentMoment().day))[0]?.id ?? ''
    const { sha256 } = await grantedBy(submitProposal(leader, { proposalId: proposal.id, matterId }, presentMoment()))
    expect(await documentOf(sha256)).toMatch(/Skog[^<]*\(läses olika av två kodare\) \(\d+ yttranden\)/)
  })

  test('in the codebook, on the page of the theme, in a frozen codebook, and in every file that is fetched', async () => {
    for (const path of ['/arbete/kodbok', '/arbete/kodbok/natur']) expect(await pageOf(path, asAnalyst)).toContain('Läses olika av två kodare')
    expect(await pageOf('/arbete/kodbok/trygghet', asAnalyst)).not.toContain('Läses olika')
    const { sha256 } = await grantedBy(freezeCodebook(analyst, { processId, note: 'Efter parkodningen' }, presentMoment()))
    expect(await documentOf(sha256)).toMatch(/Skog[^<]*\(läses olika av två kodare\)/)
    const codebook = await (await site.post('/arbete/kodbok/utbyte/fil', {}, { cookie: asAnalyst })).text()
    expect(codebook).toContain(`[Två kodare]\n${short}`)
    const file = async (format: string) => site.post('/arbete/kodning/utbyte/fil', { format, reason: 'Prov' }, { cookie: asAnalyst })
    const [head = '', ...rows] = (await (await file('csv')).text()).trim().split('\r\n')
    expect(head.split(';').at(-1)).toBe('två kodare')
    const isMarked = (row: string) => row.endsWith(`;${short}`)
    expect(rows.filter((row) => row.includes(';natur;')).every(isMarked)).toBe(true)
    expect(rows.filter((row) => row.includes(';trygghet;')).some(isMarked)).toBe(false)
    const zipped = unzipSync(new Uint8Array(await (await file('qdpx')).arrayBuffer()))
    expect(strFromU8(zipped['project.qde'] ?? new Uint8Array())).toContain(`[Två kodare]\n${short}`)
    const sheet = unzipSync(new Uint8Array(await (await file('xlsx')).arrayBuffer()))
    expect(Object.values(sheet).some((part) => strFromU8(part).includes(short))).toBe(true)
  })

  test('beside one’s own answer', async () => {
    const survey = '/delta/hur-gar-det-2026'
    const question = /name="([0-9a-f-]{36})"/.exec(await pageOf(survey))?.[1] ?? ''
    const code = receiptIn(await (await site.post(survey, { submissionKey: 'key-of-somebody-s-weak-theme', [question]: 'Skogen intill knuten' })).text())
    const [{ id: statementId }] = (await pool().query("select id from participation_statements where text = 'Skogen intill knuten'")).rows
    await grantedBy(
      codeStatement(
        analyst,
        {
          statementId,
          readings: [
            { themeId: nature, stance: 'keep' },
            { themeId: safety, stance: '' },
          ],
        },
        presentMoment(),
      ),
    )
    const page = (await (await site.post('/folj', { code })).text()).replaceAll('<!-- -->', '')
    expect(page.split(`(${short})`)).toHaveLength(2)
  })
})

describe('a theme that took over another was not tested as what it is', () => {
  const [two, apart] = ['prövat som två teman före sammanslagningen', 'prövat ihop med ett annat tema, inte sedan de skildes åt']
  const merge = (themeId: string, intoThemeId: string) => grantedBy(mergeThemes(analyst, { themeId, intoThemeId, reason: 'Samma sak' }, presentMoment()))

  test('it says so and is still marked where one of the two was, in the codebook, the matrix and the method appendix', async () => {
    await merge(nature, safety)
    expect((await readAgreement(processId)).get(safety)).toMatchObject({ alpha: null, isWeak: true, apart: { as: 'merged', tests: [{ alpha: 1 }, { round: 1 }] } })
    expect(await pageOf('/arbete/kodbok/trygghet', asAnalyst)).toContain(`Läses olika av två kodare, ${two}`)
    expect(await pageOf('/arbete/samsyn', asAnalyst)).toContain(`Läses olika av två kodare, ${two}`)
    expect(await pageOf('/arbete/metod', asAnalyst)).toMatch(new RegExp(`1,00[^<]*; 0,\\d\\d[^<]*, ${two}</td>`))
    const codebook = await (await site.post('/arbete/kodbok/utbyte/fil', {}, { cookie: asAnalyst })).text()
    expect(codebook).toContain(`[Två kodare]\n${short}, ${two}`)
  })

  test('a proposal that rests on what was merged shows the theme that it is now', async () => {
    expect(await pageOf('/arbete/vision/nara-skogen', asAnalyst)).toMatch(/<li>Trygg[^<]*\(läses olika av två kodare, prövat som två teman före sammanslagningen\) <span/)
  })

  test('a round that reads it as it is gives it an alpha of its own, which goes when the merge is undone', async () => {
    await round([safety, nearby], [safety, nearby])
    expect((await readAgreement(processId)).get(safety)).toMatchObject({ alpha: 1, isWeak: false, round: 2 })
    expect(await pageOf('/arbete/kodbok/trygghet', asAnalyst)).not.toContain(two)
    await grantedBy(undoMerge(analyst, { themeId: nature, reason: 'Det var två saker' }, presentMoment()))
    const agreement = await readAgreement(processId)
    expect([agreement.get(nature), agreement.get(safety)]).toMatchObject([
      { isWeak: true, round: 1 },
      { alpha: 1, isWeak: false, round: 1 },
    ])
  })

  test('two that were only tested as one say so when they are parted', async () => {
    const [one, other] = [await themeOf('vindkraft'), await themeOf('inflytande')]
    await merge(one, other)
    await round([other, nearby], [other, nearby])
    await grantedBy(undoMerge(analyst, { themeId: one, reason: 'Det var två saker' }, presentMoment()))
    expect((await readAgreement(processId)).get(one)).toMatchObject({ isWeak: false, apart: { as: 'parted' } })
    for (const slug of ['vindkraft', 'inflytande']) expect(await pageOf(`/arbete/kodbok/${slug}`, asAnalyst)).toContain(apart.slice(1))
  })
})

test('a theme that both read of everything could not be tested, which is said, and not that they read it unlike', async () => {
  const faith = await themeOf('framtidstro')
  const { sha256 } = await round([faith], [faith])
  expect((await readAgreement(processId)).get(faith)).toMatchObject({ alpha: null, isWeak: true, isUnreckoned: true })
  const page = await pageOf('/arbete/kodbok/framtidstro', asAnalyst)
  expect([page.includes('Gick inte att pröva med två kodare'), page.includes('Läses olika')]).toEqual([true, false])
  expect(await documentOf(sha256)).not.toContain('nås inte')
})

test('the marks are no figures: what was frozen is counted again and is the same', async () => {
  for (const { title, differing } of await recomputeFigures(presentMoment())) expect([title, differing.filter(({ why }) => why === undefined)]).toEqual([title, []])
})

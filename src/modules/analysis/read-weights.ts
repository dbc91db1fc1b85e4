import type { Moment } from '#kernel/moment'
import { readSurveySample, readVoices, type SampleReading } from '#participation'
import { readMarks } from './read-agreement.ts'
import { themesInTree, withHeadings } from './rules/theme-tree.ts'
import { estimateShare, type ShareEstimate, type Weighed, weighSurvey } from './rules/weigh-survey.ts'
import { keyOf, shownCells } from './rules/withhold-cells.ts'
import * as store from './store.server.ts'
import { markedName } from './weak-words.ts'

/** A share without and with weights; nothing where it is of too few to show. */
export type ShareLine = { readonly label: string; readonly share: ShareEstimate | undefined }
export type WeightsReading = {
  readonly slug: string
  readonly title: string
  readonly threshold: number
  readonly population: SampleReading['population']
  readonly mismatches: readonly string[]
  /** Nothing when there is too little to weigh by; the shares are then not reckoned. */
  readonly weighed: Omit<Weighed<'place' | 'age' | 'gender'>, 'weights' | 'margins'> | undefined
  /** Of all who answered, how many speak of each theme; and of those who take a stand, how many are for. */
  readonly themes: readonly { readonly label: string; readonly depth: number; readonly mentions: ShareEstimate | undefined; readonly support: ShareEstimate | undefined }[]
  readonly questions: readonly { readonly wording: string; readonly choices: readonly ShareLine[] }[]
}

/** The surveys of residents with and without weights to the population, as the answers and codings stand now. At most thirteen statements, and one a survey. */
export async function readWeights(processId: string, now: Moment): Promise<readonly WeightsReading[] | 'no-population'> {
  const samples = await readSurveySample(processId, now)
  if (samples === 'no-population') return samples
  const themes = themesInTree(await store.listThemeRows({ processId }))
  const marks = await readMarks(processId)
  const stances = stancesOf(themes, await store.listCodingsToCount(processId), await answersByStatement(processId))
  return samples.map((sample) => {
    const { slug, title, threshold, population, mismatches, margins, responseIds } = sample
    const weighed = weighSurvey(margins)
    const about = { slug, title, threshold, population, mismatches }
    if (!weighed) return { ...about, weighed, themes: [], questions: [] }
    const { weights: _, margins: __, ...told } = weighed
    const said = themes.map((theme) => {
      const own = stances.get(theme.id) ?? new Map<string, Set<string>>()
      const stance = responseIds.map((id) => own.get(id))
      const isFor = (answer: number) => (stance[answer]?.has('keep') || stance[answer]?.has('want')) === true
      const isAgainst = (answer: number) => stance[answer]?.has('leave') === true
      return {
        ...{ id: theme.id, parentId: theme.parentId, label: markedName(theme.name, marks.get(theme.id) ?? {}), depth: theme.depth },
        mentioned: stance.filter((each) => each !== undefined).length,
        mentions: () =>
          estimateShare(
            weighed,
            () => true,
            (answer) => stance[answer] !== undefined,
          ),
        ...{ isFor: (answer: number) => isFor(answer) && !isAgainst(answer), isAgainst: (answer: number) => isAgainst(answer) && !isFor(answer) },
      }
    })
    const counts = said.map(({ id, mentioned }) => ({ group: 'all', theme: id, asked: responseIds.length, mentioned, persons: mentioned }))
    const shown = shownCells([{ id: 'all', threshold }], said, counts)
    return {
      ...about,
      weighed: told,
      themes: said.flatMap(({ id, label, depth, mentioned, mentions, isFor, isAgainst }) => {
        if (mentioned === 0) return []
        const isShown = shown.has(keyOf('all', id))
        const sides = [isFor, isAgainst].map((is) => responseIds.filter((_, answer) => is(answer)).length)
        return [
          {
            label,
            depth,
            mentions: isShown ? mentions() : undefined,
            support: isShown && Math.min(...sides) >= threshold ? estimateShare(weighed, (answer) => isFor(answer) || isAgainst(answer), isFor) : undefined,
          },
        ]
      }),
      questions: sample.questions.map((question) => choicesOf(question, weighed, threshold)),
    }
  })
}

/** Each choice of a question. Of a question where one thing is chosen none can be reckoned from the others; else each is those who did and those who didn't. */
function choicesOf({ wording, answered, choices }: SampleReading['questions'][number], weighed: Weighed, threshold: number): WeightsReading['questions'][number] {
  const all = answered.filter(Boolean).length
  const counts = choices.map(({ chosen }) => chosen.filter(Boolean).length)
  const others = all - counts.reduce((sum, count) => sum + count, 0)
  // "Vet ej" is no choice of its own here, but it is what is left of all who answered.
  const parts = others > 0 ? [...counts, others] : counts
  const columns = [{ id: 'all', threshold }, ...parts.map((_, at) => ({ id: String(at), threshold, whole: { id: 'all', of: 'choice' } }))]
  const counted = [
    { group: 'all', theme: 'q', asked: all + 1, mentioned: all, persons: all },
    ...parts.map((persons, at) => ({ group: String(at), theme: 'q', asked: all, mentioned: persons, persons })),
  ]
  const shown = shownCells(columns, [{ id: 'q', parentId: null }], counted)
  const isOneEach = others >= 0
  const mayShow = (at: number) => (isOneEach ? shown.has(keyOf(String(at), 'q')) : (counts[at] ?? 0) >= threshold && all - (counts[at] ?? 0) >= threshold)
  return {
    wording,
    choices: choices.map(({ label, chosen }, at) => ({
      label,
      share: mayShow(at)
        ? estimateShare(
            weighed,
            (answer) => answered[answer] === true,
            (answer) => chosen[answer] === true,
          )
        : undefined,
    })),
  }
}

async function answersByStatement(processId: string): Promise<Map<string, string>> {
  return new Map((await readVoices(processId)).flatMap(({ axis, statements }) => (axis === 'place' ? statements : [])))
}

/** By theme and answer, the stances it takes; the parts of a heading are its own. */
function stancesOf(
  themes: readonly { id: string; parentId: string | null }[],
  codings: Awaited<ReturnType<typeof store.listCodingsToCount>>,
  answerOf: ReadonlyMap<string, string>,
) {
  const found = new Map<string, Map<string, Set<string>>>(themes.map(({ id }) => [id, new Map()]))
  const headings = new Map(themes.map(({ id }) => [id, withHeadings(themes, id)]))
  for (const { statementId, themeId, stance } of codings) {
    const answer = answerOf.get(statementId)
    if (answer === undefined) continue
    for (const theme of headings.get(themeId) ?? []) {
      const answers = found.get(theme)
      const own = answers?.get(answer) ?? new Set<string>()
      answers?.set(answer, own)
      if (stance) own.add(stance)
    }
  }
  return found
}

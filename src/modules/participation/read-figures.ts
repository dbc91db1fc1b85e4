import { dayOf } from '#http/clock'
import { addDays, type Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { readFrozenFigures } from './read-frozen-figures.ts'
import { readSurvey, type SurveyReading } from './read-survey.ts'
import { readWays } from './read-ways.ts'
import { countAnswers, type QuestionFigures } from './rules/count-answers.ts'
import { type PublicFigures, publicFigures } from './rules/public-figures.ts'
import * as store from './store.server.ts'

export type FiguresReading = {
  readonly responses: number
  /** When they were counted. */
  readonly countedAt: string
  readonly questions: readonly QuestionFigures[]
}

type Kept = { readonly figures: FiguresReading; readonly until: number; isCounting: boolean }
// While answers come in, a page that is looked at often counts no oftener than this; it says when it last did.
const freshMs = 10_000
// Nor so often that counting takes more than a twentieth of the time: the embedded database does nothing else meanwhile.
const shareOfTime = 20
const manyResponses = 5_000
const kept = new Map<string, Kept>()

/**
 * The figures of a dialogue as they stand, for whoever runs it: nothing is hidden. A large dialogue is counted at most every ten seconds in each
 * process, and `countedAt` says when; so the page is quick however many answers there are. `before` counts whole days only.
 */
export async function readFigures(dialogue: SurveyReading, now: Moment, before?: Day): Promise<FiguresReading> {
  const name = before ? `${dialogue.id} whole days` : dialogue.id
  const last = kept.get(name)
  const isLarge = last !== undefined && last.figures.responses > manyResponses
  // Of whole days a small dialogue is counted each time: it costs little, and an answer that is taken back is gone at once.
  if (last && performance.now() < last.until && (isLarge || !before)) return last.figures
  if (!isLarge) return keep(name, dialogue, now, before)
  // The one who asks gets what was counted last, and the next one what is counted now.
  if (!last.isCounting) {
    last.isCounting = true
    void keep(name, dialogue, now, before).catch(() => kept.delete(name))
  }
  return last.figures
}

async function keep(name: string, dialogue: SurveyReading, now: Moment, before: Day | undefined): Promise<FiguresReading> {
  const began = performance.now()
  const figures = await countNow(dialogue, now, before && { before })
  const ended = performance.now()
  kept.set(name, { figures, until: ended + Math.max(freshMs, shareOfTime * (ended - began)), isCounting: false })
  return figures
}

/** The figures counted from the answers at this moment. */
export async function countNow(dialogue: SurveyReading, now: Moment, narrowed: Omit<store.Which, 'dialogueId'> = {}): Promise<FiguresReading> {
  const which = { dialogueId: dialogue.id, ...narrowed }
  const [responses, values, answered, written] = [
    await store.countResponses(which),
    await store.countValues(which),
    await store.countAnswered(which),
    await store.countWritten(which),
  ]
  return {
    responses,
    countedAt: now.at,
    questions: countAnswers(dialogue.questions, {
      responses,
      values,
      answered: Object.fromEntries([
        ...answered.map(({ key, count }) => [key, count] as const),
        ...written.filter(({ key }) => !answered.some((each) => each.key === key)).map(({ key, writers }) => [key, writers] as const),
      ]),
      ideas: Object.fromEntries(written.map(({ key, ideas }) => [key, ideas])),
    }),
  }
}

export type PublicFiguresReading = { readonly responses: number | null; readonly countedAt: string; readonly questions: readonly PublicFigures[] }

/**
 * The figures of a dialogue as everybody may see them: small numbers are not in them. Nothing while it is open, unless that was promised before the
 * first answer; nothing of a draft. They are of whole days, and change only when at least the threshold of answers has come since they last did, so that
 * no single answer can be read from what changed: not while it is open, nor by those who came last when it closes, nor by what comes on paper or in a
 * file afterwards. What few have said waits. Another `count` can be given where what was counted a while ago won't do.
 */
export async function readPublicFigures(slug: string, now: Moment, count: typeof readFigures = readFigures): Promise<PublicFiguresReading | undefined> {
  const dialogue = await readSurvey(slug, now)
  if (dialogue?.kind !== 'survey' || !(dialogue.state === 'closed' || (dialogue.state === 'open' && dialogue.figuresWhileOpen))) return undefined
  const frozen = await readFrozenFigures(dialogue.id)
  if (frozen) return frozen
  const { threshold } = dialogue.group
  const before = lastWholeDay((await readWays(dialogue.id)).byDay, dialogue, now.day)
  if (!before) return { responses: null, countedAt: now.at, questions: [] }
  const { responses, countedAt, questions } = await count(dialogue, now, before)
  const asked = new Map(dialogue.questions.map((question) => [question.key, question]))
  return {
    responses: responses < threshold ? null : responses,
    countedAt,
    questions: responses < threshold ? [] : questions.flatMap((figures) => publicFigures({ kind: asked.get(figures.key)?.kind ?? 'one' }, figures, threshold)),
  }
}

/**
 * The day before which the answers are counted: the last by which enough had come since the day before that. When it has closed the day that it closed on is
 * over too, and where nothing was shown before then, all that came by it came at once. Takes each day once, in order.
 */
function lastWholeDay(days: readonly { readonly on: Day; readonly count: number }[], { state, closedAt, closesOn, figuresWhileOpen, group }: SurveyReading, today: Day) {
  const closedOn = state === 'closed' ? (closedAt ? dayOf(closedAt) : closesOn) : undefined
  const isOver = (on: Day) => on < today || (closedOn !== undefined && on <= closedOn)
  let [shown, waiting]: [Day | undefined, number] = [undefined, 0]
  for (const [at, { on, count }] of days.filter((each) => isOver(each.on)).entries()) {
    waiting += count
    const next = days[at + 1]?.on
    // Not shown on its way to the closing.
    const isPassed = !figuresWhileOpen && closedOn !== undefined && next !== undefined && next <= closedOn
    if (waiting >= group.threshold && !isPassed) [shown, waiting] = [addDays(on, 1), 0]
  }
  return shown
}

import type { Moment } from '#kernel/moment'
import { mismatchWords } from './coverage-words.ts'
import { type PopulationReading, readPopulation } from './read-populations.ts'
import { withQuestions } from './read-survey.ts'
import { type Asked, type Level, matchBackground } from './rules/match-background.ts'
import { choicesNamed } from './rules/question.ts'
import * as store from './store.server.ts'

export type SampleReading = {
  readonly slug: string
  readonly title: string
  readonly groupId: string
  readonly threshold: number
  /** What the population is known by and the answers say too: how many people there are at each level, and the level of each answer (-1 where it says nothing). */
  readonly margins: readonly { readonly of: Asked; readonly levels: readonly { readonly label: string; readonly people: number }[]; readonly levelOf: readonly number[] }[]
  readonly responseIds: readonly string[]
  /** The questions with choices, and of each choice whether each answer has it. `answered` is who answered the question. */
  readonly questions: readonly {
    readonly key: string
    readonly wording: string
    readonly answered: readonly boolean[]
    readonly choices: readonly { readonly label: string; readonly chosen: readonly boolean[] }[]
  }[]
  readonly population: PopulationReading
  /** What can't be held against the population, in words. */
  readonly mismatches: readonly string[]
}

/**
 * The surveys of a process that are asked of persons who can be held against the population, the latest first: those that ask of age, place or gender and
 * are not of a group that was asked in full. Nothing while there is no table of the population. Five statements, and one a survey.
 */
export async function readSurveySample(processId: string, now: Moment): Promise<SampleReading[] | 'no-population'> {
  const latest = await readPopulation()
  if (!latest) return 'no-population'
  const { population, ...table } = latest
  const rows = await store.listDialogueRows({ processId })
  const census = new Set(rows.flatMap(({ group }) => (group.census || group.unit === 'notes' ? [group.id] : [])))
  const dialogues = (await withQuestions(rows, now)).filter(({ kind, group, state }) => kind === 'survey' && !census.has(group.id) && state !== 'draft')
  const samples: SampleReading[] = []
  for (const { id, slug, title, group, questions } of dialogues) {
    const { compared, mismatches } = matchBackground(questions, population)
    const known = (['age', 'place', 'gender'] as const).flatMap((of) => {
      const key = questions.find(({ background }) => background === of)?.key
      return key && compared[of] ? [{ of, key, levels: compared[of].levels }] : []
    })
    if (known.length === 0) continue
    const chosen = await store.listChosen(id)
    samples.push({
      ...{ slug, title, groupId: group.id, threshold: group.threshold, population: table, mismatches: mismatches.map(mismatchWords) },
      responseIds: chosen.map((response) => response.id),
      margins: known.map(({ of, key, levels }) => ({
        of,
        levels: levels.map((level) => ({ label: level.label, people: peopleAt(level) })),
        levelOf: chosen.map(({ answers }) => levels.findIndex(({ keys }) => keys?.includes(String(answers[key])))),
      })),
      questions: questions
        .filter(({ kind, background }) => background === null && (kind === 'one' || kind === 'several' || kind === 'picture'))
        .map((question) => ({
          ...{ key: question.key, wording: question.wording, answered: chosen.map(({ answers }) => answers[question.key] !== undefined) },
          choices: choicesNamed(question).map(({ key, label }) => ({ label, chosen: chosen.map(({ answers }) => [answers[question.key]].flat().some((value) => value === key)) })),
        })),
    })
  }
  return samples

  function peopleAt({ place, sex, spans }: Level): number {
    return (spans ?? [null]).reduce((sum, span) => sum + population.countOf({ place: place ?? null, span, sex: sex ?? null }), 0)
  }
}

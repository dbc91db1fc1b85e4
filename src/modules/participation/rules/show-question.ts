import { type Condition, isAsked, isOpen, type Question, type Value, type Values } from './question.ts'

/** What has been answered so far: what was chosen, and on which questions something was written. */
export type Answered = { readonly values: Values; readonly written: ReadonlySet<string> }

/** The parts of a questionnaire, each with its questions; a question with a heading begins a part. */
export function sectionsOf<Asked extends Pick<Question, 'sectionHeading'>>(questions: readonly Asked[]): Asked[][] {
  const sections: Asked[][] = []
  for (const question of questions) {
    const last = sections.at(-1)
    if (!last || question.sectionHeading !== null) sections.push([question])
    else last.push(question)
  }
  return sections
}

/**
 * The questions that are asked of somebody who has answered so: those without conditions, and those whose conditions hold. An answer to a question
 * that isn't asked counts for nothing, also in the conditions of later ones.
 */
export function questionsShown<Asked extends Question>(questions: readonly Asked[], { values, written }: Answered): Asked[] {
  const shown = new Map<string, Asked>()
  for (const question of questions) {
    const { showIf } = question
    const holds = ({ question: key, ...condition }: Condition) => {
      const earlier = shown.get(key)
      return holdsOf(condition, earlier && answerOf(earlier, values, written))
    }
    if (!showIf || (showIf.match === 'all' ? showIf.conditions.every(holds) : showIf.conditions.some(holds))) shown.set(question.key, question)
  }
  return [...shown.values()]
}

export type Misplaced = { readonly key: string; readonly problem: 'not-earlier' | 'not-answerable' | 'no-such-choice' }

/**
 * What is wrong with the conditions of a questionnaire: each must be on a question of an earlier part, for without script a page can't change while
 * it is filled in; on one that is answered; and by what can be answered on it.
 */
export function misplacedConditions(questions: readonly Question[]): Misplaced[] {
  const sections = sectionsOf(questions)
  const partOf = new Map(sections.flatMap((section, part) => section.map(({ key }) => [key, part] as const)))
  return questions.flatMap(({ key, showIf }): Misplaced[] => {
    for (const condition of showIf?.conditions ?? []) {
      const on = questions.find((question) => question.key === condition.question)
      const [earlier, own] = [on && partOf.get(on.key), partOf.get(key)]
      if (!on || earlier === undefined || own === undefined || earlier >= own) return [{ key, problem: 'not-earlier' }]
      if (!isAsked(on)) return [{ key, problem: 'not-answerable' }]
      if (!fits(condition, on)) return [{ key, problem: 'no-such-choice' }]
    }
    return []
  })
}

function fits({ is, values = [], value }: Condition, { kind, form }: Question): boolean {
  if (is === 'answered' || is === 'not-answered') return true
  if (is === 'at-least' || is === 'at-most') return value !== undefined && (kind === 'number' || kind === 'scale' || kind === 'several')
  // Places are the municipality's list, which may grow.
  if (kind === 'place') return values.length > 0
  const choosable = kind === 'scale' ? undefined : form.choices?.map(({ key }) => key)
  return (kind === 'one' || kind === 'several' || kind === 'picture' || kind === 'scale') && values.length > 0 && (!choosable || values.every((each) => choosable.includes(each)))
}

function answerOf(question: Question, values: Values, written: ReadonlySet<string>): Value | undefined {
  return values[question.key] ?? (isOpen(question.kind) && written.has(question.key) ? 'written' : undefined)
}

function holdsOf({ is, values = [], value = 0 }: Omit<Condition, 'question'>, answer: Value | undefined): boolean {
  if (is === 'answered') return answer !== undefined
  if (is === 'not-answered') return answer === undefined
  if (is === 'not-one-of') return !chosenIn(answer).some((each) => values.includes(each))
  if (is === 'one-of') return chosenIn(answer).some((each) => values.includes(each))
  const number = Array.isArray(answer) ? answer.length : typeof answer === 'number' ? answer : undefined
  return number !== undefined && (is === 'at-least' ? number >= value : number <= value)
}

function chosenIn(answer: Value | undefined): string[] {
  if (answer === undefined) return []
  if (typeof answer === 'string' || typeof answer === 'number') return [String(answer)]
  return Array.isArray(answer) ? answer : Object.values(answer)
}

import type { Condition, Question, ShowIf } from '../rules/question.ts'

type Worded = Pick<Question, 'key' | 'form'> & { readonly wording: string }

/** In words, of whom a question is asked. */
export function conditionText({ match, conditions }: ShowIf, questions: readonly Worded[]): string {
  return `Frågas bara av dem som ${conditions.map((condition) => oneCondition(condition, questions)).join(match === 'all' ? ', och ' : ', eller ')}`
}

/** One condition in words. */
export function oneCondition({ question, is, values = [], value }: Condition, questions: readonly Worded[]): string {
  const on = questions.find(({ key }) => key === question)
  const asked = on ? `”${on.wording}”` : 'en fråga som inte finns kvar'
  const labels = values.map((each) => on?.form.choices?.find(({ key }) => key === each)?.label ?? (each === 'annat' ? 'Annat' : each === 'vet-ej' ? 'Vet ej' : each))
  if (is === 'answered') return `har svarat på ${asked}`
  if (is === 'not-answered') return `inte har svarat på ${asked}`
  if (is === 'one-of') return `svarat ${labels.join(' eller ')} på ${asked}`
  if (is === 'not-one-of') return `inte svarat ${labels.join(' eller ')} på ${asked}`
  return `svarat ${is === 'at-least' ? 'minst' : 'högst'} ${value} på ${asked}`
}

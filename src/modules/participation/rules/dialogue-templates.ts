import type { QuestionInput } from '../question-schema.ts'
import { backgroundBank } from './background-bank.ts'
import type { DialogueKind } from './dialogue-kind.ts'
import { keyOfWords } from './key-of-words.ts'

export const templates = ['three-questions', 'four-questions', 'baseline', 'empty'] as const
export type Template = (typeof templates)[number]

const threeQuestions: readonly QuestionInput[] = [
  { key: 'bevara', wording: 'Vad är bra här och ska finnas kvar?', wordingEnglish: 'What is good here and should stay?', stance: 'keep' },
  { key: 'lamna', wording: 'Vad är mindre bra och kan vi lämna bakom oss?', wordingEnglish: 'What is less good, that we can leave behind?', stance: 'leave' },
  { key: 'onska', wording: 'Vad saknas i dag som du vill ha om tio år?', wordingEnglish: 'What is missing today that you want in ten years?', stance: 'want' },
]
const aboutYou: readonly QuestionInput[] = [{ ...backgroundBank.age, sectionHeading: 'Om dig', sectionHeadingEnglish: 'About you' }, backgroundBank.relation, backgroundBank.gender]
// The employer and the place are asked about apart, and never summed.
const fourQuestions: readonly QuestionInput[] = [
  { key: 'ma', wording: 'Hur vill du må på jobbet om tio år?', wordingEnglish: 'How do you want to feel at work in ten years?', axis: 'workplace' },
  { key: 'behov', wording: 'Vad behöver du för att må så?', wordingEnglish: 'What do you need to feel so?', axis: 'workplace' },
  { key: 'arbetsgivaren', wording: 'Vad gör arbetsgivaren då?', wordingEnglish: 'What does the employer do then?', axis: 'workplace' },
  {
    key: 'beskriv',
    wording: 'Hur beskriver du kommunen för någon som inte bor här?',
    wordingEnglish: 'How do you describe the municipality to somebody who does not live here?',
    axis: 'place',
  },
]

/**
 * The questions that a template begins with. Where groups write notes nobody is asked about themselves, and nothing is chosen; a baseline asks about
 * each area, and must have them.
 */
export function questionsOfTemplate(template: Template, kind: DialogueKind, areas: readonly string[]): readonly QuestionInput[] {
  if (kind === 'opinion') return []
  if (template === 'three-questions') return kind === 'survey' ? [...threeQuestions, ...aboutYou] : threeQuestions
  if (template === 'four-questions') return fourQuestions
  return template === 'baseline' ? baselineOf(areas) : []
}

export function inSwedishOnly(question: QuestionInput): QuestionInput {
  const { choices } = question.form ?? {}
  const form = choices ? { ...question.form, choices: choices.map((choice) => ({ ...choice, labelEnglish: null })) } : question.form
  return { ...question, wordingEnglish: undefined, sectionHeadingEnglish: undefined, form }
}

function baselineOf(areas: readonly string[]): QuestionInput[] {
  const taken = new Set<string>(['ny'])
  return areas.map((area) => {
    const key = keyOfWords(area, taken, 'omrade')
    taken.add(key)
    return { key, kind: 'scale', wording: `Hur är det i dag: ${area}?`, form: { least: 1, most: 5, leastLabel: 'mycket dåligt', mostLabel: 'mycket bra' } }
  })
}

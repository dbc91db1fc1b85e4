import type { Moment } from '#kernel/moment'
import { dialogueState } from './dialogue-course.ts'
import type { DialogueKind } from './dialogue-kind.ts'
import { fewestStatements } from './opinion-statement.ts'
import { choicesOffered, type Question } from './question.ts'
import { misplacedConditions } from './show-question.ts'

export type Missing = 'statements' | 'questions' | 'choices' | 'pictures' | 'conditions' | 'information' | 'legal-basis' | 'promise' | 'contact' | 'english' | 'time'

type Draft = Omit<Parameters<typeof dialogueState>[0], 'openedAt' | 'closedAt'> & {
  readonly kind: DialogueKind
  readonly information: string
  readonly promise: string
  readonly contact: string
  readonly legalBasis: string
  readonly titleEnglish: string | null
  /** How many statements there are, in a dialogue that has them. */
  readonly toVoteOn: number
  /** Whether a picture to choose by has been erased. */
  readonly lacksPicture?: boolean
  readonly questions: readonly (Question & { readonly wordingEnglish: string | null; readonly sectionHeadingEnglish: string | null })[]
}

/**
 * What is missing before a dialogue may open: everybody must know what is asked, why, with what support in law, what comes of it and whom to turn to;
 * a question that is chosen in has at least two choices, whose pictures are there, and one that is asked on a condition has it in an earlier part; a question in English needs
 * all the others and the title in English too; a dialogue of statements has a few to begin with; and the last day must not have passed.
 */
export function missingBeforeOpening(dialogue: Draft, now: Moment): Missing[] {
  const missing: Missing[] = []
  const { questions } = dialogue
  if (dialogue.kind === 'opinion' && dialogue.toVoteOn < fewestStatements) missing.push('statements')
  if (dialogue.kind !== 'opinion' && !questions.some(({ kind }) => kind !== 'information')) missing.push('questions')
  if (questions.some(lacksChoices)) missing.push('choices')
  if (dialogue.lacksPicture) missing.push('pictures')
  if (misplacedConditions(questions).length > 0) missing.push('conditions')
  if (dialogue.information.trim() === '') missing.push('information')
  if (dialogue.legalBasis.trim() === '') missing.push('legal-basis')
  for (const field of ['promise', 'contact'] as const) if (dialogue[field].trim() === '') missing.push(field)
  const english = [dialogue.titleEnglish, ...questions.flatMap(englishOf)].map(Boolean)
  if (english.includes(true) && english.includes(false)) missing.push('english')
  if (dialogueState({ ...dialogue, openedAt: now.at, closedAt: null }, now) === 'closed') missing.push('time')
  return missing
}

function lacksChoices(question: Question): boolean {
  const { kind, form } = question
  // Its own, or the municipality's list.
  if (kind === 'place') return choicesOffered(question).length < 1
  if (!['one', 'several', 'matrix', 'ranking', 'picture'].includes(kind)) return false
  return (form.choices?.length ?? 0) < 2 || (kind === 'matrix' && (form.rows?.length ?? 0) < 1) || (kind === 'picture' && (form.choices ?? []).some(({ picture }) => !picture))
}

function englishOf({ wordingEnglish, sectionHeading, sectionHeadingEnglish, form }: Draft['questions'][number]): (string | null)[] {
  const labels = [...(form.choices ?? []), ...(form.rows ?? [])].map(({ labelEnglish }) => labelEnglish)
  return [wordingEnglish, ...(sectionHeading ? [sectionHeadingEnglish] : []), ...labels]
}

import { createHash } from 'node:crypto'
import type { Moment } from '#kernel/moment'
import { type QuestionReading, readSurvey, type SurveyReading } from './read-survey.ts'

export type DraftReading = { readonly dialogue: SurveyReading; readonly basis: string }

/** A dialogue that is still a draft, with a mark of the text that whoever revises it has before them. */
export async function readDraft(slug: string, now: Moment): Promise<DraftReading | undefined> {
  const dialogue = await readSurvey(slug, now)
  return dialogue?.state === 'draft' ? { dialogue, basis: basisOf(dialogue) } : undefined
}

/** The same for the same texts and times. The questions have a basis each. */
export function basisOf({ stepId, group, slug, kind, opensOn, closesOn, ...dialogue }: SurveyReading): string {
  return hashOf([
    [stepId, group.id, slug, kind, opensOn, dialogue.opensTime, closesOn, dialogue.closesTime],
    [dialogue.legalBasis, dialogue.retention, dialogue.retentionYears, dialogue.draftDays, dialogue.figuresWhileOpen],
    draftText(dialogue),
  ])
}

/** The same for the same question, wherever it stands and whenever it is asked. */
export function questionBasisOf(question: QuestionReading): string {
  const { key, kind, stance, axis, maxLines, required, form, background, sectionHeadingEnglish } = question
  return hashOf([key, kind, stance, axis, maxLines, required, sorted(form), background, sectionHeadingEnglish, questionText(question)])
}

/** The texts of a draft, line by line, for showing two of them side by side. */
export function draftText(dialogue: Pick<SurveyReading, 'title' | 'titleEnglish' | 'information' | 'informationEnglish' | 'promise' | 'promiseEnglish' | 'contact'>): string {
  const { title, titleEnglish, information, informationEnglish, promise, promiseEnglish, contact } = dialogue
  return [title, titleEnglish, information, informationEnglish, promise, promiseEnglish, contact].filter(Boolean).join('\n')
}

type Worded = Pick<QuestionReading, 'wording' | 'wordingEnglish' | 'hint' | 'hintEnglish' | 'sectionHeading' | 'form'>
/** What a question says, line by line. */
export function questionText({ wording, wordingEnglish, hint, hintEnglish, sectionHeading, form }: Worded): string {
  const labels = [...(form.rows ?? []), ...(form.choices ?? [])].flatMap(({ label, labelEnglish }) => [label, labelEnglish])
  return [sectionHeading, wording, wordingEnglish, hint, hintEnglish, ...labels, form.leastLabel, form.mostLabel, form.unit].filter(Boolean).join('\n')
}

// The database gives an object's keys back in an order of its own.
function sorted(form: QuestionReading['form']) {
  return Object.entries(form).sort(([a], [b]) => (a < b ? -1 : 1))
}

function hashOf(told: unknown): string {
  return createHash('sha256').update(JSON.stringify(told)).digest('base64url')
}

import { createHash } from 'node:crypto'
import type { Moment } from '#kernel/moment'
import { readSurvey, type SurveyReading } from './read-survey.ts'

export type DraftReading = { readonly dialogue: SurveyReading; readonly basis: string }

/** A dialogue that is still a draft, with a mark of the text that whoever revises it has before them. */
export async function readDraft(slug: string, now: Moment): Promise<DraftReading | undefined> {
  const dialogue = await readSurvey(slug, now)
  return dialogue?.state === 'draft' ? { dialogue, basis: basisOf(dialogue) } : undefined
}

/** The same for the same text, whatever ids its questions have. */
export function basisOf({ stepId, group, slug, kind, opensOn, closesOn, ...dialogue }: SurveyReading): string {
  return createHash('sha256')
    .update(
      JSON.stringify([
        [stepId, group.id, slug, kind, opensOn, dialogue.opensTime, closesOn, dialogue.closesTime],
        [dialogue.legalBasis, dialogue.retention, dialogue.retentionYears, dialogue.draftDays, dialogue.figuresWhileOpen],
        draftText(dialogue),
        dialogue.questions.map(({ key, stance, axis, maxLines, required, form, showIf, background, ...asked }) => [
          key,
          asked.kind,
          stance,
          axis,
          maxLines,
          required,
          form,
          showIf,
          background,
        ]),
      ]),
    )
    .digest('base64url')
}

/** Everything that a draft says, line by line, for showing two of them side by side. */
export function draftText(
  dialogue: Pick<SurveyReading, 'title' | 'titleEnglish' | 'information' | 'informationEnglish' | 'promise' | 'promiseEnglish' | 'contact'> & {
    questions: readonly Pick<SurveyReading['questions'][number], 'wording' | 'wordingEnglish' | 'hint' | 'hintEnglish'>[]
  },
): string {
  const { title, titleEnglish, information, informationEnglish, promise, promiseEnglish, contact } = dialogue
  const questions = dialogue.questions.flatMap(({ wording, wordingEnglish, hint, hintEnglish }) => [wording, wordingEnglish, hint, hintEnglish])
  return [title, titleEnglish, information, informationEnglish, promise, promiseEnglish, contact, ...questions].filter(Boolean).join('\n')
}

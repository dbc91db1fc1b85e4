import { refuse } from '#http/respond'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { mayImportAnswers } from '../access.ts'
import { type BegunImport, readBegunImport } from '../begun-import.ts'
import type { SurveyReading } from '../read-survey.ts'
import { openedSurvey } from './opened-survey.ts'

type Visit = { readonly actor: Actor; readonly now: Moment }

/** The survey that answers are taken in to, for whoever may. */
export async function importingSurvey(slug: string | undefined, { actor, now }: Visit): Promise<SurveyReading> {
  if (!mayImportAnswers(actor)) refuse({ refused: 'forbidden' })
  return openedSurvey(slug, now)
}

/** The same with the file of the address; one that has been taken in, or whose day has gone, is not there. */
export async function importAt({ slug, fil }: { readonly slug?: string; readonly fil?: string }, visit: Visit): Promise<{ dialogue: SurveyReading; begun: BegunImport }> {
  const dialogue = await importingSurvey(slug, visit)
  const begun = await readBegunImport(dialogue, fil ?? '', visit.now)
  return begun ? { dialogue, begun } : refuse({ refused: 'not-found' })
}

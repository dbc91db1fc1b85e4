import { fileProblems, readImage, takePicture } from '#files'
import type { SentForm } from '#http/read-form'
import type { SentUpload } from '#http/read-upload'
import { statusOf } from '#http/respond'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { filledLines } from '../rules/choice-lines.ts'
import type { FieldProblem } from './question-sent.ts'

type Added = { readonly kept: Record<string, string>; readonly problems: readonly FieldProblem[]; readonly status: number }

/**
 * Takes in the picture that was sent with a question's form, and gives the form back as it was written, with the picture at the first choice that has none;
 * when all have theirs, as a choice of its own. Nothing when another button was pressed.
 */
export async function addPicture(actor: Actor, form: SentForm | SentUpload, now: Moment): Promise<Added | undefined> {
  if (form.text('act') !== 'picture' || !('file' in form)) return undefined
  const [file, alt, kept] = [form.file('file'), form.text('alt').trim(), form.kept()]
  const taken = await takePicture(actor, { bytes: file?.bytes, name: file?.name ?? '', alt, why: 'Bild att välja på i en fråga' }, now)
  if (!taken.granted) return { kept, problems: fileProblems(taken.refusal), status: statusOf(taken.refusal) }
  const [choices, pictures] = [filledLines(kept.choices ?? ''), filledLines(kept.pictures ?? '')]
  const image = await readImage(taken.value.id)
  const label = choices.length > pictures.length ? [] : [alt]
  return { kept: { ...kept, alt: '', choices: [...choices, ...label].join('\n'), pictures: [...pictures, image?.address].join('\n') }, problems: [], status: 200 }
}

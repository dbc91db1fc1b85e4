import { refuse } from '#http/respond'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { mayEnterPaper } from '../access.ts'
import { readBatches } from '../read-batches.ts'
import { readSurvey } from '../read-survey.ts'

type Params = { readonly slug?: string | undefined; readonly batch?: string | undefined }

/** A batch of a dialogue at its address, for somebody who may enter forms. */
export async function batchAt({ slug, batch: id }: Params, actor: Actor, now: Moment) {
  if (!mayEnterPaper(actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readSurvey(slug ?? '', now)
  const batch = dialogue && (await readBatches(dialogue.id)).find((each) => each.id === id)
  if (!batch) refuse({ refused: 'not-found' })
  return { dialogue, batch, here: `/arbete/dialoger/${dialogue.slug}/inskrivning/${batch.id}/stickprov` }
}

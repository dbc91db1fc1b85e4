import type { SentForm } from '#http/read-form'
import { refuse } from '#http/respond'
import type { Actor } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import type { Refused, Result } from '#kernel/result'
import { addQuestion } from '../add-question.ts'
import { closeDialogue } from '../close-dialogue.ts'
import { copyQuestion } from '../copy-question.ts'
import { extendDialogue } from '../extend-dialogue.ts'
import { moveQuestion } from '../move-question.ts'
import { openDialogue } from '../open-dialogue.ts'
import type { SurveyReading } from '../read-survey.ts'
import { backgroundBank } from '../rules/background-bank.ts'
import { backgrounds } from '../rules/question.ts'

/** Does what a form on the page of a dialogue asks for. Answers with where to go then, or why not. */
export async function actOnDialogue(form: SentForm, { id: dialogueId, slug }: Pick<SurveyReading, 'id' | 'slug'>, actor: Actor, now: Moment) {
  const room = `/arbete/dialoger/${slug}`
  const key = form.text('key')
  switch (form.text('act')) {
    case 'open':
      return then(await openDialogue(actor, { dialogueId }, now), () => `${room}?gjort=oppnad`)
    case 'close':
      return then(await closeDialogue(actor, { dialogueId, reason: form.text('reason') }, now), () => `${room}?gjort=stangd`)
    case 'extend':
      return then(
        await extendDialogue(actor, { dialogueId, closesOn: form.text('closesOn'), closesTime: form.text('closesTime') || undefined, reason: form.text('reason') }, now),
        () => `${room}?gjort=forlangd`,
      )
    case 'up':
    case 'down':
      return then(
        await moveQuestion(actor, { dialogueId, key, to: form.text('act') === 'up' ? 'up' : 'down' }, now),
        ({ isPartGone }) => `${room}${isPartGone ? '?del=borta' : ''}#fraga-${key}`,
      )
    case 'copy':
      return then(await copyQuestion(actor, { dialogueId, key }, now), (copy) => `${room}#fraga-${copy.key}`)
    case 'background': {
      const background = backgrounds.find((each) => each === form.text('background'))
      if (!background) return refuse({ refused: 'not-found' })
      // Whoever asks about the place says which places there are.
      return then(await addQuestion(actor, { dialogueId, question: backgroundBank[background] }, now), (added) =>
        background === 'place' ? `${room}/fragor/${added.key}` : `${room}#fraga-${added.key}`,
      )
    }
    default:
      return refuse({ refused: 'not-found' })
  }
}

type Granted<Outcome> = Extract<Outcome, { granted: true }>
type Denied<Outcome> = Extract<Outcome, { granted: false }>
function then<Outcome extends Result<unknown, Refused>>(
  result: Outcome,
  to: (value: Granted<Outcome>['value']) => string,
): { readonly to: string } | { readonly refusal: Denied<Outcome>['refusal'] } {
  return result.granted ? { to: to(result.value) } : { refusal: result.refusal as Denied<Outcome>['refusal'] }
}

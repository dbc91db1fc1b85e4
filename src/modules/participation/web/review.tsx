import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { FilterLinks } from '#ui/filter-links'
import { formatNumber } from '#ui/format'
import { Pagination } from '#ui/pagination'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadStatements, mayReviewStatements } from '../access.ts'
import { listDialogues } from '../read-dialogues.ts'
import { readReviewQueue } from '../read-review-queue.ts'
import { reviewStatements } from '../review-statements.ts'
import { flagWords, stateOfReviewWords } from '../review-words.ts'
import { flagKinds } from '../rules/flags.ts'
import { readingIsLogged, refusalWords } from '../words.ts'
import { addressOf, wishIn } from './review-address.ts'
import { ReviewForm } from './review-form.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadStatements(visit.actor)) refuse({ refused: 'forbidden' })
  const wish = wishIn(request.url)
  const [queue, dialogues] = [await readReviewQueue(visit.actor, wish, visit.now), await listDialogues(visit.now)]
  return {
    frame: workroomFrame(visit, request),
    wish: { ...wish, page: queue.page },
    queue,
    dialogues: dialogues.filter(({ responses }) => responses > 0).map(({ slug, title }) => ({ slug, title })),
    mayReview: mayReviewStatements(visit.actor) !== undefined,
  }
}

/** `pick` says which statements the button means: those that are marked, or all on the page where nothing looks like personal data. `was-` says what was seen of each. */
export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const [pick, verdict] = form.text('decide').split(' ')
  const statementIds = pick === 'plain' ? form.all('plainIds') : form.all('statementIds')
  const sentOf = (name: string) => Object.fromEntries(statementIds.filter((id) => form.has(name + id)).map((id) => [id, form.text(name + id)]))
  const result = await reviewStatements(
    actor,
    {
      statementIds,
      seen: sentOf('was-'),
      verdict: verdict as 'withheld',
      maskedTexts: verdict === 'withheld' ? {} : sentOf('shown-'),
      cause: form.text('cause') as 'other',
      reason: form.text('reason'),
    },
    now,
  )
  if (result.granted) throw redirect(addressOf({ ...wishIn(request.url), page: 1 }))
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems = problemTexts(refusal, refusalWords).map(({ field, text }) => ({ field: field.replace(/^maskedTexts\./, 'shown-'), text }))
  // What was written of a text that stands otherwise now is not sent again by mistake.
  const since = refusal.refused === 'reviewed-since' ? refusal.since : []
  const kept = Object.fromEntries(Object.entries(form.kept()).filter(([name]) => !since.some((id) => name === `shown-${id}`)))
  return data({ problems, kept, chosen: statementIds.filter((id) => !since.includes(id)) }, { status: statusOf(refusal) })
}

export default function Review() {
  const { frame, wish, queue, dialogues, mayReview } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Granska texter" lead="En text visas öppet först när någon har läst den och märkt den får visas.">
      <title>Granska texter</title>
      <p className="soft">{readingIsLogged}</p>
      <ErrorSummary problems={answer?.problems ?? []} />
      <FilterLinks
        label="Visa yttranden"
        links={(['all', 'waiting', 'may-be-shown', 'masked', 'withheld'] as const).map((state) => ({
          href: addressOf({ ...wish, state, page: 1 }),
          label: stateOfReviewWords[state],
          count: formatNumber(queue.counts[state]),
          here: wish.state === state,
        }))}
      />
      {(wish.flag !== undefined || Object.keys(queue.flagged).length > 0) && (
        <FilterLinks
          label="Visa varning"
          links={[
            { href: addressOf({ ...wish, flag: undefined, page: 1 }), label: 'Med och utan varning', here: wish.flag === undefined },
            ...flagKinds
              .filter((flag) => flag === wish.flag || queue.flagged[flag] !== undefined)
              .map((flag) => ({
                href: addressOf({ ...wish, flag, page: 1 }),
                label: flagWords[flag],
                count: formatNumber(queue.flagged[flag] ?? 0),
                here: wish.flag === flag,
              })),
          ]}
        />
      )}
      {dialogues.length > 1 && (
        <FilterLinks
          label="Visa dialog"
          links={[
            { href: addressOf({ ...wish, dialogue: undefined, page: 1 }), label: 'Alla dialoger', here: wish.dialogue === undefined },
            ...dialogues.map(({ slug, title }) => ({ href: addressOf({ ...wish, dialogue: slug, page: 1 }), label: title, here: wish.dialogue === slug })),
          ]}
        />
      )}
      {queue.statements.length === 0 ? (
        <Empty title="Inget ligger här" who="Processledaren och analytikern granskar.">
          <p>När svar har kommit in läses de här, ett för ett, innan något visas för andra.</p>
        </Empty>
      ) : (
        <ReviewForm statements={queue.statements} mayReview={mayReview} kept={answer?.kept ?? {}} chosen={answer?.chosen ?? []} problems={answer?.problems ?? []} />
      )}
      <Pagination page={queue.page} pages={queue.pages} href={(page) => addressOf({ ...wish, page })} />
    </WorkroomPage>
  )
}

import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readingIsLogged } from '#participation/words'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Form } from '#ui/form'
import { formatInstant } from '#ui/format'
import { Quote } from '#ui/quote'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadCoding, mayTakeOutOfBasket } from '../access.ts'
import { readBasket } from '../read-basket.ts'
import { takeOutOfBasket } from '../take-out-of-basket.ts'
import { DeskPages } from './desk-filters.tsx'

const here = '/arbete/kodning/citat'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  return {
    frame: workroomFrame(visit, request),
    quotes: process ? await readBasket(visit.actor, process.id, visit.now) : [],
    mayTakeOut: mayTakeOutOfBasket(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await takeOutOfBasket(actor, { quoteId: form.text('quoteId') }, now)
  if (!result.granted) refuse(result.refusal.refused === 'invalid' ? { refused: 'not-found' } : result.refusal)
  throw redirect(here)
}

export default function Basket() {
  const { frame, quotes, mayTakeOut } = useLoaderData<typeof loader>()
  return (
    <WorkroomPage frame={frame} title="Citatkorgen">
      <title>Citatkorgen</title>
      <DeskPages here={here} />
      {quotes.length === 0 ? (
        <Empty>
          <h2>Korgen är tom</h2>
          <p>När du kodar kan du lägga ett yttrande, eller en del av det, i korgen. Då finns det kvar här tills ni skriver.</p>
        </Empty>
      ) : (
        <p className="soft">{readingIsLogged}</p>
      )}
      <ul className="rows">
        {quotes.map(({ id, statementId, text, group, why, putBy, putAt }) => (
          <li key={id}>
            <Quote text={text} from={group} />
            <p>
              {why}{' '}
              <span className="soft small">
                {putBy}, {formatInstant(putAt)}
              </span>
            </p>
            <Form hidden={{ quoteId: id }} className="inline">
              <a href={`/arbete/kodning?yttrande=${statementId}`}>Öppna yttrandet</a>
              {mayTakeOut && (
                <Button quiet small>
                  Ta ur korgen
                </Button>
              )}
            </Form>
          </li>
        ))}
      </ul>
    </WorkroomPage>
  )
}

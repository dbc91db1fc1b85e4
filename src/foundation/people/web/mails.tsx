import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { hasMailServer } from '#http/surroundings'
import { signedInVisit } from '#http/visit'
import { readUndeliveredMails, retryMail } from '#people'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Form } from '#ui/form'
import { formatInstant } from '#ui/format'
import { Tag } from '#ui/tag'
import { WorkroomPage } from '#ui/workroom-page'
import { mayRetryMail } from '../access.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayRetryMail(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), mails: await readUndeliveredMails(), hasServer: hasMailServer() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await retryMail(actor, { mailId: form.text('mailId') }, now)
  if (!result.granted) refuse(result.refusal)
  throw redirect('/arbete/post')
}

export default function Mails() {
  const { frame, mails, hasServer } = useLoaderData<typeof loader>()
  return (
    <WorkroomPage frame={frame} title="Brev som inte kommit fram" lead="Brev skickas av sig själva. Här står de som e-postservern inte tagit emot, och varför.">
      <title>Brev som inte kommit fram</title>
      {!hasServer && <p>Ingen e-postserver är inställd (SMTP_URL), så inga brev lämnar installationen.</p>}
      {mails.length === 0 ? (
        <Empty>
          <p>Alla brev har kommit iväg.</p>
        </Empty>
      ) : (
        <ul className="rows">
          {mails.map((mail) => (
            <li key={mail.id}>
              <strong>{mail.subject}</strong> till {mail.recipient}{' '}
              {mail.givenUpAt ? <Tag kind="asks">Uppgivet</Tag> : <span className="soft">Försöker igen {formatInstant(mail.nextAttemptAt)}</span>}
              <p>
                Servern svarade: {mail.failure} <span className="soft">({mail.attempts === 1 ? 'ett försök' : `${mail.attempts} försök`})</span>
              </p>
              {mail.givenUpAt && (
                <Form hidden={{ mailId: mail.id }}>
                  <Button quiet small>
                    Försök igen<span className="hidden"> med brevet till {mail.recipient}</span>
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
    </WorkroomPage>
  )
}

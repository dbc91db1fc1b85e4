import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { demoDoorsAreOpen } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { listMails } from '#people'
import { Empty } from '#ui/empty'
import { PublicPage } from '#ui/page'

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (!demoDoorsAreOpen()) refuse({ refused: 'not-found' })
  return { frame: publicFrame(visitOf(context), request), mails: await listMails() }
}

export default function DemoOutbox() {
  const { frame, mails } = useLoaderData<typeof loader>()
  return (
    <PublicPage frame={frame} title="Demons utkorg" lead="Demon skickar ingen post. Breven stannar här.">
      <title>{`Demons utkorg – ${frame.municipality}`}</title>
      {mails.length === 0 && (
        <Empty>
          <p>Inga brev än. Be om en länk på sidan Logga in, så kommer den hit.</p>
        </Empty>
      )}
      <ul className="rows">
        {mails.map((mail) => (
          <li key={mail.id}>
            <strong>{mail.subject}</strong> till {mail.recipient}
            {mail.sentAt && <p className="soft">Brevet är skickat. Texten finns inte kvar här.</p>}
            {mail.body.split('\n').map((line, index) => (
              <p key={String(index)}>{/^https?:\/\//.test(line) ? <a href={line}>{line}</a> : line}</p>
            ))}
          </li>
        ))}
      </ul>
    </PublicPage>
  )
}

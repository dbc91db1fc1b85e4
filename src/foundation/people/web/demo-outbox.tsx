import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { demoDoorsAreOpen } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { listMails } from '#people'
import { Empty } from '#ui/empty'
import { PublicPage } from '#ui/page'
import { signInWords } from './sign-in-words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  if (!demoDoorsAreOpen()) refuse({ refused: 'not-found' })
  return { frame: publicFrame(visitOf(context), request), mails: await listMails() }
}

export default function DemoOutbox() {
  const { frame, mails } = useLoaderData<typeof loader>()
  const word = signInWords(frame.language)
  return (
    <PublicPage frame={frame} title={word.outboxTitle} lead={word.outboxLead}>
      <title>{`${word.outboxTitle} – ${frame.municipality}`}</title>
      {mails.length === 0 && (
        <Empty>
          <p>{word.outboxEmpty}</p>
        </Empty>
      )}
      <ul className="rows">
        {mails.map((mail) => (
          <li key={mail.id}>
            <strong lang="sv">{mail.subject}</strong> {word.to} {mail.recipient}
            {mail.sentAt && <p className="soft">{word.isSent}</p>}
            {mail.body.split('\n').map((line, index) => (
              <p key={String(index)} lang="sv">
                {/^https?:\/\//.test(line) ? <a href={line}>{line}</a> : line}
              </p>
            ))}
          </li>
        ))}
      </ul>
    </PublicPage>
  )
}

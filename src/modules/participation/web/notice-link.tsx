import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { visitOf } from '#http/visit'
import { Button } from '#ui/button'
import { Form } from '#ui/form'
import { PublicPage } from '#ui/page'
import { followNoticeLink } from '../follow-notice-link.ts'
import { noticeWords } from '../notice-words.ts'
import { readNoticeToken } from '../seal-address.ts'

/** Changes nothing and looks nothing up: programs that read people's mail open every link in it. */
export function loader({ context, request, params }: LoaderFunctionArgs) {
  const read = readNoticeToken(params.token ?? '')
  if (!read) refuse({ refused: 'not-found' })
  return { frame: publicFrame(visitOf(context), request), link: read.link }
}

export async function action({ context, params }: ActionFunctionArgs) {
  const outcome = await followNoticeLink(params.token ?? '', visitOf(context).now)
  if (!outcome) refuse({ refused: 'not-found' })
  return data({ outcome }, { status: outcome === 'late' ? 404 : 200 })
}

export default function NoticeLink() {
  const { frame, link } = useLoaderData<typeof loader>()
  const outcome = useActionData<typeof action>()?.outcome
  const word = noticeWords(frame.language)
  const [title, lead] = outcome
    ? {
        confirmed: [word.confirmedTitle, word.confirmedLead],
        late: [word.lateTitle, word.lateLead],
        stopped: [word.stoppedTitle, word.stoppedLead],
        undone: [word.stoppedTitle, word.undoneLead],
        silenced: [word.stoppedTitle, word.silencedLead],
      }[outcome]
    : link === 'confirm'
      ? [word.confirmTitle, word.confirmLead]
      : [word.stopTitle, link === 'no-reminders' ? word.silenceLead : word.stopLead]
  return (
    <PublicPage frame={frame} title={title} lead={lead}>
      <title>{`${title} – ${frame.municipality}`}</title>
      {!outcome && (
        <Form>
          <Button>{link === 'confirm' ? word.confirm : word.stop}</Button>
        </Form>
      )}
    </PublicPage>
  )
}

import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { findDocument } from '#documents'
import { FrozenDocumentView } from '#documents/view'
import { frameWith } from '#http/frame'
import { refuse } from '#http/respond'
import { visitOf } from '#http/visit'
import { Facts } from '#ui/facts'
import { formatInstant } from '#ui/format'
import { PublicPage } from '#ui/page'
import { Said, SaidTitle } from '#ui/said'
import { mayShowDocument } from '../may-show-document.ts'
import { words } from '../words.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const document = await findDocument(params.sha256 ?? '')
  // A document is public with what it is about; before that only those who work here see it.
  if (!document || (!visit.actor && !(await mayShowDocument(document.id, visit.now)))) refuse({ refused: 'not-found' })
  return {
    // Frozen words are shown as they were frozen: a translation would be another document.
    frame: await frameWith(visit, request, [document.content.title, document.content.subtitle]),
    document: {
      content: { title: document.content.title, subtitle: document.content.subtitle, blocks: document.content.blocks },
      sha256: document.sha256,
      frozenAt: document.frozenAt,
    },
  }
}

export default function Document() {
  const { frame, document } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  return (
    <PublicPage
      frame={frame}
      title={<Said to={frame} text={document.content.title} />}
      lead={document.content.subtitle && <Said to={frame} text={document.content.subtitle} />}
      wide
    >
      <SaidTitle to={frame} text={document.content.title} />
      <FrozenDocumentView content={document.content} />
      <h2>{word.frozenDocument}</h2>
      <Facts
        facts={[
          [word.frozenAt, formatInstant(document.frozenAt, frame.language)],
          [word.checksum, <code key="s">{document.sha256}</code>],
        ]}
      />
      <p>
        <a href={`/handling/${document.sha256}/word`}>{word.asWord}</a>
      </p>
    </PublicPage>
  )
}

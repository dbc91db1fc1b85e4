import type { LoaderFunctionArgs } from 'react-router'
import { findDocument, writeWord } from '#documents'
import { refuse } from '#http/respond'
import { visitOf } from '#http/visit'
import { formatInstant } from '#ui/format'
import { mayShowDocument } from '../may-show-document.ts'
import { words } from '../words.ts'

export async function loader({ context, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const document = await findDocument(params.sha256 ?? '')
  if (!document || (!visit.actor && !(await mayShowDocument(document.id, visit.now)))) refuse({ refused: 'not-found' })
  const word = words('sv')
  const file = writeWord(document.content, [
    [word.frozenAt, formatInstant(document.frozenAt, 'sv')],
    [word.checksum, document.sha256],
  ])
  return new Response(file, {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="${document.kind}-${document.sha256.slice(0, 12)}.docx"`,
      'cache-control': 'private, no-store',
    },
  })
}

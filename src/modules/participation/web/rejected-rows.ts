import type { LoaderFunctionArgs } from 'react-router'
import { signedInVisit } from '#http/visit'
import { reasonText } from '../import-words.ts'
import { rejectedFile } from '../rules/rejected-rows.ts'
import { weighImport } from '../weigh-import.ts'
import { fileResponse } from './export-file.ts'
import { importAt } from './import-at.ts'

/** The rows of a file that can't be taken in, with the reasons, to mend. Its name says nothing of what the sender's computer called it. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const visit = signedInVisit(context, request)
  const { dialogue, begun } = await importAt(params, visit)
  const { rejected } = await weighImport(dialogue, begun, visit.now)
  const rows = rejected.map(({ cells, reasons, rowHash }) => ({ cells, said: reasonText(reasons, dialogue.questions), mark: rowHash }))
  // Not as text: what others wrote is not said in the municipality's words, and keeps its byte order mark.
  return fileResponse({ name: `${dialogue.slug}-att-ratta.csv`, type: 'application/octet-stream', content: inBytes(rejectedFile(begun.sheet.names, rows)) })
}

async function* inBytes(texts: Iterable<string>): AsyncGenerator<Uint8Array> {
  const encoder = new TextEncoder()
  for (const text of texts) yield encoder.encode(text)
}

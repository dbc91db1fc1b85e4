import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export type PrintOrder = { readonly template: string; readonly data: unknown }
export type PrintMessage = { readonly kind: 'printed'; readonly pdf: Uint8Array } | { readonly kind: 'failed'; readonly reason: string }

// Composing is synchronous native work: it has a thread of its own, one for each order, so that the web is never held up and no memory is kept.
const { template, data } = workerData as PrintOrder
parentPort?.postMessage(print())

function print(): PrintMessage {
  try {
    const fonts = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/source-sans-3/package.json'))
    const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: [join(fonts, '400Regular'), join(fonts, '700Bold')] }] })
    // What people wrote goes in as data, never as a part of the template.
    const composed = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
    const document = composed.result
    if (!document) return { kind: 'failed', reason: JSON.stringify(compiler.fetchDiagnostics(composed.takeDiagnostics() as never)) }
    return { kind: 'printed', pdf: new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' })) }
  } catch (fault) {
    return { kind: 'failed', reason: fault instanceof Error ? fault.message : JSON.stringify(fault) }
  }
}

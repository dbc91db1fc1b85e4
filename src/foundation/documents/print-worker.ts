import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

export type PrintOrder = { readonly template: string; readonly data: unknown }
export type PrintMessage = { readonly kind: 'printed'; readonly pdf: Uint8Array } | { readonly kind: 'failed'; readonly reason: string }

// The first has the Latin, Greek and Cyrillic letters; the others those of Arabic and Persian, Yiddish, and Tigrinya.
const fonts = ['source-sans-3', 'noto-sans-arabic', 'noto-sans-hebrew', 'noto-sans-ethiopic']

// Composing is synchronous native work: it has a thread of its own, one for each order, so that the web is never held up and no memory is kept.
const { template, data } = workerData as PrintOrder
parentPort?.postMessage(print())

function print(): PrintMessage {
  try {
    const compiler = NodeCompiler.create({ fontArgs: [{ fontPaths: fonts.flatMap(pathsOf) }] })
    // What people wrote goes in as data, never as a part of the template.
    const composed = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
    const document = composed.result
    if (!document) return { kind: 'failed', reason: JSON.stringify(compiler.fetchDiagnostics(composed.takeDiagnostics() as never)) }
    return { kind: 'printed', pdf: new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' })) }
  } catch (fault) {
    return { kind: 'failed', reason: fault instanceof Error ? fault.message : JSON.stringify(fault) }
  }
}

function pathsOf(font: string): string[] {
  const folder = dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${font}/package.json`))
  return [join(folder, '400Regular'), join(folder, '700Bold')]
}

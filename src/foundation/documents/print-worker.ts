import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

/** What to print. A file is read in the template by its name, from the root (`/name`); nothing else of the machine can be read there but the fonts. */
export type PrintOrder = { readonly template: string; readonly data: unknown; readonly files?: Readonly<Record<string, Uint8Array>> }
export type PrintMessage = { readonly kind: 'printed'; readonly pdf: Uint8Array } | { readonly kind: 'failed'; readonly reason: string }

// The first has the Latin, Greek and Cyrillic letters; the others those of Arabic and Persian, Yiddish, and Tigrinya.
const fonts = ['source-sans-3', 'noto-sans-arabic', 'noto-sans-hebrew', 'noto-sans-ethiopic'] as const
const weights = ['400Regular', '700Bold']

// Composing is synchronous native work: it has a thread of its own, one for each order, so that the web is never held up and no memory is kept.
const { template, data, files = {} } = workerData as PrintOrder
parentPort?.postMessage(print())

function print(): PrintMessage {
  try {
    const workspace = folderOf(fonts[0])
    const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: fonts.flatMap((font) => weights.map((weight) => join(folderOf(font), weight))) }] })
    for (const [name, bytes] of Object.entries(files)) compiler.mapShadow(join(workspace, name), Buffer.from(bytes))
    // What people wrote goes in as data, never as a part of the template.
    const composed = compiler.compile({ mainFileContent: template, inputs: { data: JSON.stringify(data) } })
    const document = composed.result
    if (!document) return { kind: 'failed', reason: JSON.stringify(compiler.fetchDiagnostics(composed.takeDiagnostics() as never)) }
    return { kind: 'printed', pdf: new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' })) }
  } catch (fault) {
    return { kind: 'failed', reason: fault instanceof Error ? fault.message : JSON.stringify(fault) }
  }
}

function folderOf(font: string): string {
  return dirname(createRequire(import.meta.url).resolve(`@expo-google-fonts/${font}/package.json`))
}

import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'

// Said in words where poppler's programs are not on the machine: the structure is then not read back.
const hasPoppler = (() => {
  try {
    execFileSync('pdfinfo', ['-v'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

/** A test that reads a PDF back, or one that says that it was not run. */
export function withPoppler(name: string, run: () => Promise<void>): void {
  if (hasPoppler) test(name, run)
  else test(`not run: ${name}. It is read back by poppler-utils, which is not on this machine`, () => expect(hasPoppler).toBe(false))
}

const wordsOf = { pdfinfo: ['-struct-text'], pdftotext: [], pdffonts: [] } as const

/** What one of poppler's programs says of a PDF: its structure with the text, the text alone, or its fonts. */
export function readPdf(bytes: Uint8Array, program: keyof typeof wordsOf): string {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-pdf-'))
  try {
    const file = join(folder, 'a.pdf')
    writeFileSync(file, bytes)
    return execFileSync(program, [...wordsOf[program], file, ...(program === 'pdftotext' ? ['-'] : [])], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

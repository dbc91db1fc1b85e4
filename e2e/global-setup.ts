import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'
import type { TestProject } from 'vitest/node'

/** The browser of the tests, and what it needs around it. */
export type BrowserProgram = { readonly executablePath: string; readonly environment: Record<string, string> }

declare module 'vitest' {
  interface ProvidedContext {
    browserProgram: BrowserProgram
  }
}

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
const folder = resolve(import.meta.dirname, '../.cache/chromium')

/** Finds the machine's own Chromium or Chrome, else unpacks the one that comes with @sparticuz/chromium, once for all tests. */
export async function setup({ provide }: TestProject): Promise<void> {
  const own = ownChromium()
  provide('browserProgram', own ? { executablePath: own, environment: {} } : await unpackedChromium())
}

function ownChromium(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((path) => join(path, name))).find((file) => existsSync(file))
}

async function unpackedChromium(): Promise<BrowserProgram> {
  const ready = join(folder, 'ready')
  // Without the mark the unpacking was cut short, and the program is half a program.
  if (!existsSync(ready)) {
    rmSync(folder, { recursive: true, force: true })
    mkdirSync(folder, { recursive: true })
  }
  // It unpacks into the temporary folder, and its own libraries (which a bare machine lacks) only where it believes to be in a Lambda.
  const { TMPDIR } = process.env
  process.env.TMPDIR = folder
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  try {
    const { default: packaged } = await import('@sparticuz/chromium')
    const executablePath = await packaged.executablePath()
    // The list of fonts that comes with it names /tmp/fonts. With no font at all the browser falls over a text field.
    writeFileSync(
      join(folder, 'fonts/fonts.conf'),
      `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${folder}/fonts</dir><dir>/usr/share/fonts</dir><cachedir>${folder}/fonts-cache</cachedir></fontconfig>`,
    )
    writeFileSync(ready, '')
    return { executablePath, environment: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: join(folder, 'fonts') } }
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
  }
}

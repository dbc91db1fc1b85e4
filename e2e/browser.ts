import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** Opens the browser of the tests. Close it when done. */
export function openBrowser(): Promise<Browser> {
  const { executablePath, environment } = inject('browserProgram')
  // No sandbox: the tests may run as root, and the browser goes nowhere but to us.
  return chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'], env: { ...process.env, ...environment } as Record<string, string> })
}

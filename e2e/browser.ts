import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

// What is waited for ends the wait when it comes; half a minute is too short on a machine that does other things.
const patienceMs = 180_000

/** Opens the browser of the tests. Close it when done. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, environment } = inject('browserProgram')
  // No sandbox: the tests may run as root, and the browser goes nowhere but to us.
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    env: { ...process.env, ...environment } as Record<string, string>,
    timeout: patienceMs,
  })
  browser.on('context', (context) => context.setDefaultTimeout(patienceMs))
  return browser
}

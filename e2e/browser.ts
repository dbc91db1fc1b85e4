import { type Browser, chromium } from 'playwright-core'
import { inject } from 'vitest'

/** Opens the browser of the tests. Close it when done. */
export async function openBrowser(): Promise<Browser> {
  const { executablePath, environment } = inject('browserProgram')
  // No sandbox: the tests may run as root, and the browser goes nowhere but to us.
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'],
    env: { ...process.env, ...environment } as Record<string, string>,
  })
  const newContext = browser.newContext.bind(browser)
  browser.newContext = async (options) => {
    const context = await newContext(options)
    // On a machine that does ten other things a page is not wrong because it is slow; how quick they are is measured by the benches.
    context.setDefaultTimeout(120_000)
    return context
  }
  return browser
}

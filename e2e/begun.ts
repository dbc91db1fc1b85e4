import type { Page } from 'playwright-core'
import { expect } from 'vitest'

/** Does what leads to another page, and waits until that has come whole: begun before the act, since the page that stands is whole already. */
export async function comeBy(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForNavigation(), act()])
}

/**
 * Waits until the page begins where it asks to. The browser gives that focus when it first draws, which on a slow machine
 * is long after the event `load`: a key pressed before that ends up elsewhere. An address with a fragment begins there.
 */
export async function begun(page: Page): Promise<void> {
  const isBegun = () =>
    page.evaluate(() => {
      const asks = location.hash === '' && document.querySelector('[autofocus]') !== null
      return document.readyState === 'complete' && (!asks || document.activeElement !== document.body)
    })
  await expect.poll(isBegun).toBe(true)
}

import type { Page } from 'playwright-core'

/** Goes in by the demo's own door, as one of its people: `pia`, `ali`. */
export async function enterDemo(page: Page, address: string, person: string): Promise<void> {
  await page.goto(`${address}/demo/logga-in`)
  await page
    .locator('form')
    .filter({ has: page.locator(`input[value="${person}@ange.example"]`) })
    .getByRole('button')
    .click()
  await page.waitForURL('**/arbete/**')
}

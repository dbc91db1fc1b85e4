import type { BrowserContextOptions } from 'playwright-core'
import { expect, test } from 'vitest'
import { faultsOf } from './axe.ts'
import { crawl } from './crawl.ts'
import { walkTheThread } from './walk-the-thread.ts'

const walked = walkTheThread({ javaScriptEnabled: true })

const lights: BrowserContextOptions[] = [
  { viewport: { width: 320, height: 640 } },
  { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' },
  { viewport: { width: 1280, height: 900 }, forcedColors: 'active' },
]

// Where there is one of each thing: open-pages and workroom-pages have none and many. Of the others than the leader, what they alone can do.
test.each(['resident', 'leader', 'analyst', 'secretary', 'controller', 'responsible', 'admin'])('every page that the %s can reach is without violation', async (person) => {
  const page = person === 'resident' ? await walked.room().resident() : await walked.room().page(person)
  const { all, withForm } = await crawl(page, `${walked.address()}${person === 'resident' ? '/' : '/arbete'}`)
  const addresses = person === 'resident' ? all : (person === 'leader' ? all : withForm).filter((address) => address.includes('/arbete'))
  expect(addresses.length).toBeGreaterThan(0)
  const storageState = await page.context().storageState()
  const faults: string[] = []
  for (const options of person === 'resident' ? lights : lights.slice(0, 1)) {
    const context = await walked.browser().newContext({ ...options, storageState, bypassCSP: true })
    const lit = await context.newPage()
    for (const address of addresses) faults.push(...(await faultsOf(lit, address)))
    await context.close()
  }
  expect(faults).toEqual([])
})

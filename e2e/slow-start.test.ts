import { resolve } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Installation, startInstallation } from './installation.ts'

let samsyn: Installation | undefined
afterEach(() => samsyn?.stop())

test('a demo that takes longer to read in than the first letters wait is there all the same, and nothing has failed', async () => {
  samsyn = await startInstallation({ start: 'demo', environment: { NODE_OPTIONS: `--import=${resolve(import.meta.dirname, 'hurried-minutes.mjs')}` } })
  expect((await fetch(`${samsyn.address}/delta`)).status).toBe(200)
  expect(samsyn.said()).not.toContain('"level":"error"')
})

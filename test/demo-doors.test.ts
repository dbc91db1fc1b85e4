import { afterAll, beforeAll, expect, test } from 'vitest'
import { demoDoorsAreOpen, isOnLoopback, setSurroundings } from '#http/surroundings'

beforeAll(() => setSurroundings({ loopback: true, demo: true, address: 'http://127.0.0.1' }))
afterAll(() => setSurroundings({ loopback: false, demo: false, address: 'http://127.0.0.1' }))

test('the demo’s own doors are open with demo data on loopback, and nowhere else', () => {
  expect(demoDoorsAreOpen()).toBe(true)
  for (const [loopback, demo] of [
    [false, true],
    [true, false],
    [false, false],
  ] as const) {
    setSurroundings({ loopback, demo, address: 'http://127.0.0.1' })
    expect(demoDoorsAreOpen()).toBe(false)
  }
})

test('loopback is what stays on the machine', () => {
  for (const host of ['127.0.0.1', '127.1.2.3', 'localhost', '::1']) expect(isOnLoopback(host)).toBe(true)
  for (const host of ['0.0.0.0', '::', '192.168.1.2', '127.0.0.1.elak.example', 'ange.se']) expect(isOnLoopback(host)).toBe(false)
})

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accentColours, accentContrast, contrastOf, grounds, nearestReadable, type Scheme } from './accent-colours.ts'

const anyColour = fc.integer({ min: 0, max: 0xffffff }).map((number) => `#${number.toString(16).padStart(6, '0')}`)

test('contrast is that of WCAG', () => {
  expect(contrastOf('#000000', '#ffffff')).toBeCloseTo(21, 6)
  expect(contrastOf('#777777', '#ffffff')).toBeCloseTo(4.48, 2)
  expect(contrastOf('#1b4f8f', '#1b4f8f')).toBe(1)
})

test('the grounds are those of the style sheet', () => {
  const [light, dark] = readFileSync(resolve(import.meta.dirname, '../ui/styles/paper.css'), 'utf8').split('@media screen and (prefers-color-scheme: dark)')
  for (const [scheme, css] of [
    ['light', light],
    ['dark', dark],
  ] as const)
    for (const [name, value] of Object.entries(grounds[scheme])) expect(css).toContain(`--${name === 'warnPale' ? 'warn-pale' : name}: ${value};`)
})

describe.each<Scheme>(['light', 'dark'])('in the %s scheme', (scheme) => {
  test('whatever colour is wished for, the nearest that is offered can be read on everything, with its own ink on it', () => {
    fc.assert(
      fc.property(anyColour, (wished) => {
        const accent = nearestReadable(wished, 'light')
        const { act, strong, ink, pale } = accentColours(accent, scheme)
        for (const ground of [...Object.values(grounds[scheme]), pale]) expect(contrastOf(act, ground)).toBeGreaterThanOrEqual(4.5)
        for (const ground of Object.values(grounds[scheme])) expect(contrastOf(strong, ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrastOf(ink, act)).toBeGreaterThanOrEqual(4.5)
        expect(contrastOf(ink, strong)).toBeGreaterThanOrEqual(4.5)
      }),
      { numRuns: 300 },
    )
  })
})

test('a colour that can be read is left as it is, and another keeps its hue', () => {
  expect(nearestReadable('#1b4f8f')).toBe('#1b4f8f')
  expect(accentContrast('#2f9e44', 'light')).toBeLessThan(4.5)
  const [red = 0, green = 0, blue = 0] = (nearestReadable('#2f9e44').slice(1).match(/../g) ?? []).map((pair) => Number.parseInt(pair, 16))
  expect(green).toBeGreaterThan(red)
  expect(green).toBeGreaterThan(blue)
})

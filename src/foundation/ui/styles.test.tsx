import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, 'styles')
const files = readdirSync(folder)
const all = files.map((file) => readFileSync(join(folder, file), 'utf8')).join('\n')

test('every style sheet is brought in, once', () => {
  const root = readFileSync(join(import.meta.dirname, 'styles.css'), 'utf8')
  expect([...root.matchAll(/@import "\.\/styles\/([^"]+)"/g)].map(([, file]) => file).sort()).toEqual([...files].sort())
})

test('the style is small and asks nobody for anything', () => {
  expect(gzipSync(all).length).toBeLessThan(12_000)
  expect(all).not.toMatch(/url\(|https?:/)
})

// Contrast as WCAG 2.2 counts it.
const paper = readFileSync(join(folder, 'paper.css'), 'utf8')
const [light, dark] = paper
  .split('@media screen and (prefers-color-scheme: dark)')
  .map((part) => new Map([...part.matchAll(/--([a-z-]+): (#[0-9a-f]{3,6});/g)].map(([, name, value]) => [name, value])))

describe.each([
  ['light', light],
  ['dark', dark],
])('in the %s scheme', (_, colours) => {
  const contrast = (one: string, other: string) => {
    const [high = 0, low = 0] = [luminance(colours?.get(one)), luminance(colours?.get(other))].sort((a, b) => b - a)
    return (high + 0.05) / (low + 0.05)
  }

  test.each(['ink', 'soft', 'act', 'act-strong', 'thread', 'good', 'warn'])('%s is readable as text on every ground', (colour) => {
    for (const ground of ['paper', 'raised', 'faint']) expect(contrast(colour, ground), ground).toBeGreaterThanOrEqual(4.5)
  })

  test('text on coloured grounds is readable', () => {
    for (const [text, ground] of [
      ['act-ink', 'act'],
      ['act-ink', 'act-strong'],
      ['ink', 'warn-pale'],
      ['ink', 'act-pale'],
      ['act', 'act-pale'],
      ['act', 'warn-pale'],
      ['paper', 'thread'],
    ] as const)
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })

  test('the edges of what one can write in or choose are seen', () => {
    for (const ground of ['paper', 'raised', 'faint']) expect(contrast('edge', ground), ground).toBeGreaterThanOrEqual(3)
  })
})

function luminance(hex = '#000'): number {
  const digits = hex.length === 4 ? [...hex.slice(1)].map((digit) => digit + digit) : (hex.slice(1).match(/../g) ?? [])
  const [red = 0, green = 0, blue = 0] = digits.map((pair) => {
    const share = Number.parseInt(pair, 16) / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { inTerms, ordinaryTerms } from '../kernel/terms.ts'
import { type Stop, stopNames, ThreadStrip } from './thread-strip.tsx'

const stops: readonly Stop[] = [
  { stop: 'theme', href: '/tema/motesplatser', count: 'Mötesplatser i byarna' },
  { stop: 'voices', broken: 'Inga röster ligger bakom den här formuleringen' },
  { stop: 'phrase', href: '/ord/1', count: '1 av 4 formuleringar' },
  { stop: 'decision', href: '/beslut/1', count: 'KF § 47, 14 juni 2021' },
  { stop: 'goal', expected: 'Kommer i november 2026' },
  { stop: 'indicator', count: '3 mått' },
]
const drawn = (here?: 'phrase') => inTerms(renderToStaticMarkup(<ThreadStrip stops={stops} here={here} language="sv" />), ordinaryTerms)
const items = (html: string) => html.split('<li').slice(1)

test('it is an ordered list of the seven stops, in the order of the thread whatever the order given', () => {
  const html = drawn()
  expect(html).toMatch(/^<nav aria-label="Den röda tråden"[^>]*><ol/)
  expect(items(html).map((item) => /class="stop"[^>]*>([^<]+)/.exec(item)?.[1])).toEqual(['Röster', 'Tema', 'Ord', 'Beslut', 'Mål', 'Mått', 'Resultat'])
  expect(stopNames).toHaveLength(7)
})

test('a stop leads to what lies there', () => {
  expect(items(drawn())[1]).toContain('<a class="stop" href="/tema/motesplatser">Tema</a>')
})

test('the present place is marked in words and is no link to itself', () => {
  const here = items(drawn('phrase'))[2]
  expect(here).toContain('aria-current="step"')
  expect(here).toContain('(du är här)')
  expect(here).not.toContain('href')
  expect(drawn()).not.toContain('aria-current')
})

test('a stop may itself say that the reader stands there', () => {
  const html = renderToStaticMarkup(<ThreadStrip stops={[{ stop: 'goal', here: true }]} language="sv" />)
  expect(items(html)[4]).toContain('aria-current="step"')
})

test('a broken stop is shown with words, and the line breaks on both sides of it', () => {
  const [voices, theme] = items(drawn())
  expect(voices).toContain('class="broken"')
  expect(voices).toContain('Inga röster ligger bakom den här formuleringen')
  expect(theme).not.toContain('before-broken')
  const second = renderToStaticMarkup(<ThreadStrip stops={[{ stop: 'voices', count: '2' }]} language="sv" />)
  expect(items(second)[0]).toContain('class="before-broken"')
})

test('a stop that nobody speaks of is broken too, never hidden', () => {
  const result = items(drawn())[6]
  expect(result).toContain('class="broken"')
  expect(result).toContain('Inget ligger här än')
})

test('what is still to come says when', () => {
  expect(items(drawn())[4]).toContain('Kommer i november')
  expect(items(drawn())[4]).toContain('class="expected"')
})

test('a number stays with its noun, a paragraph with its number, a day in one piece', () => {
  const html = renderToStaticMarkup(
    <ThreadStrip
      stops={[
        { stop: 'voices', count: '312 röster · 4 grupper' },
        { stop: 'decision', count: 'KF § 47, 14 juni 2021' },
      ]}
      language="sv"
    />,
  )
  expect(html).toContain('312\u00a0röster\u00a0· 4\u00a0grupper')
  expect(html).toContain('KF §\u00a047, 14\u00a0juni\u00a02021')
})

test('in English it speaks English', () => {
  const html = renderToStaticMarkup(<ThreadStrip stops={[]} here="voices" language="en" />)
  expect(html).toContain('The red thread')
  expect(html).toContain('Nothing lies here yet')
})

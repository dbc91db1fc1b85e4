import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { inTerms, ordinaryTerms } from '../kernel/terms.ts'
import { LineChart } from './chart.tsx'
import { layOut } from './plot.tsx'
import type { Series } from './series.tsx'

const series: Series = {
  title: 'Fler skulle rekommendera kommunen',
  unit: 'Procent',
  decimals: 1,
  baseline: '2016',
  target: 70,
  waypoints: [{ period: '2026', value: 66 }],
  points: [
    { period: '2016', value: 57.2, margin: 4.1 },
    { period: '2018', value: 59.4 },
    { period: '2019', value: undefined, absence: 'sekretess' },
    { period: '2020', value: undefined, absence: 'sekretess' },
    { period: '2022', value: 63.6 },
    { period: '2024', value: 0 },
  ],
  language: 'sv',
}
const html = renderToStaticMarkup(<LineChart {...series} />)
const picture = html.slice(html.indexOf('<svg'), html.indexOf('</svg></div>'))
const table = html.slice(html.indexOf('<details'))

test('the message is the heading, and the picture is told in words', () => {
  expect(html).toContain('<figcaption>Fler skulle rekommendera kommunen')
  expect(picture).toContain('role="img"')
  expect(picture).toContain('aria-label="Procent. 2016: 57,2, 2018: 59,4, 2019: sekretess')
})

test('a missing value is a gap with a word, said once for neighbours that lack the same, and never zero', () => {
  const plot = layOut(series)
  expect(plot.segments).toHaveLength(2)
  expect(plot.gaps.map(({ said }) => said)).toEqual(['sekretess'])
  expect(picture.match(/>sekretess</g)).toHaveLength(1)
  expect(picture.match(/<circle/g)).toHaveLength(4)
})

test('zero is a value', () => {
  expect(layOut(series).placed.at(-1)).toMatchObject({ period: '2024', value: 0 })
  expect(table).toContain('0,0')
})

test('the baseline and the target are named beside their marks', () => {
  expect(picture).toContain('Utgångsvärde 57,2')
  expect(inTerms(picture, ordinaryTerms)).toMatch(/Målvärde 70,0/)
})

test('the table has the same numbers, also the missing ones, the waypoint and the target', () => {
  for (const cell of ['57,2', '± 4,1', 'Utgångsvärde', 'sekretess', '66,0', 'Delmål', '70,0']) expect(table).toContain(cell)
  expect(table.match(/<tr>/g)).toHaveLength(1 + 6 + 1 + 1)
})

test('years lie where they lie in time', () => {
  const at = (period: string) => layOut(series).placed.find((point) => point.period === period)?.at
  expect(at('2016')).toBe(0)
  expect(at('2018')).toBe(0.2)
  expect(at('2022')).toBe(0.6)
})

test('thirds, quarters and months lie in time too; other names follow one another', () => {
  const spots = (periods: string[]) => layOut({ ...series, waypoints: [], points: periods.map((period) => ({ period, value: 1 })) }).placed.map(({ at }) => Math.round(at * 100))
  expect(spots(['2025', '2025-T3', '2026'])).toEqual([0, 67, 100])
  expect(spots(['2026-01', '2026-02', '2026-05'])).toEqual([0, 25, 100])
  expect(spots(['före', 'under', 'efter'])).toEqual([0, 50, 100])
})

test('as many periods are written out as there is room for, always the last and the first', () => {
  const many = layOut({ ...series, waypoints: [], baseline: undefined, points: Array.from({ length: 40 }, (_, index) => ({ period: String(1985 + index), value: index })) })
  const wide = many.periods.filter(({ only }) => only !== 'narrow')
  const narrow = many.periods.filter(({ only }) => only !== 'wide')
  expect(wide.length).toBeLessThanOrEqual(16)
  expect(narrow.length).toBeLessThanOrEqual(6)
  for (const shown of [wide, narrow]) expect(shown.map(({ period }) => period)).toEqual(expect.arrayContaining(['1985', '2024']))
})

test('one value, equal values and no values are drawn without fault', () => {
  for (const values of [[5], [5, 5, 5], [0, 0]]) {
    const drawn = renderToStaticMarkup(
      <LineChart {...series} waypoints={[]} target={undefined} baseline={undefined} points={values.map((value, index) => ({ period: String(2020 + index), value }))} />,
    )
    expect(drawn).not.toMatch(/NaN|Infinity/)
  }
  const empty = renderToStaticMarkup(<LineChart {...series} points={[]} />)
  expect(empty).toContain('Inget är mätt än')
  expect(empty).not.toMatch(/NaN|Infinity|<svg/)
  const missing = renderToStaticMarkup(<LineChart {...series} waypoints={[]} target={undefined} points={[{ period: '2020', value: undefined }]} />)
  expect(missing).toContain('>saknas<')
  expect(missing).not.toMatch(/NaN|Infinity/)
})

test('what is never less than nothing gets no axis that says so', () => {
  const { ticks } = layOut({
    ...series,
    waypoints: [],
    target: undefined,
    points: [
      { period: '2020', value: 1 },
      { period: '2021', value: 40 },
    ],
  })
  expect(Math.min(...ticks.map(({ value }) => value))).toBeGreaterThanOrEqual(0)
})

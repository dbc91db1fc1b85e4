import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { Button, ButtonLink } from './button.tsx'
import { Empty } from './empty.tsx'
import { FilterLinks } from './filter-links.tsx'
import { Notice } from './notice.tsx'
import { Pagination } from './pagination.tsx'
import { Progress } from './progress.tsx'
import { Quote } from './quote.tsx'
import { ReceiptCode } from './receipt-code.tsx'
import { ShareBars } from './share-bars.tsx'
import { CourseState, Status } from './status.tsx'
import { Table } from './table.tsx'
import { ThreadFacts } from './thread-facts.tsx'
import { TwoTexts } from './two-texts.tsx'

const textOf = (html: string) => html.replaceAll(/<[^>]+>/g, '')

test('a verdict is symbol and word', () => {
  const said = (['met', 'partly', 'not-met', 'cannot-be-judged'] as const).map((verdict) => textOf(renderToStaticMarkup(<Status verdict={verdict} />)))
  expect(said).toEqual(['● Uppfyllt', '◐ Delvis uppfyllt', '○ Ej uppfyllt', '◌ Kan inte bedömas'])
  expect(textOf(renderToStaticMarkup(<Status verdict="partly" language="en" />))).toBe('◐ Partly met')
  expect(renderToStaticMarkup(<Status verdict="met" />)).toContain('<svg')
})

test('a state on a course is symbol and word, in its own words when it has some', () => {
  expect(textOf(renderToStaticMarkup(<CourseState standing="late" />))).toBe('Försenat')
  expect(textOf(renderToStaticMarkup(<CourseState standing="done">Laga kraft</CourseState>))).toBe('Laga kraft')
})

test('a voice is isolated, so that right-to-left stays where it is', () => {
  expect(renderToStaticMarkup(<Quote text={'\u202eabc <script>'} from="Invånare" lang="ar" />)).toBe(
    '<blockquote><p lang="ar"><bdi>\u202eabc &lt;script&gt;</bdi></p><footer>Invånare</footer></blockquote>',
  )
})

test('a table has a caption, scopes, and a region that the keyboard can scroll', () => {
  const html = renderToStaticMarkup(
    <Table caption="Mål" columns={[{ title: 'Mål' }, { title: 'Rötter', number: true, sort: { href: '?sort=rotter', now: 'descending' } }]} rows={[['Möten', 4]]} />,
  )
  const id = /caption id="([^"]+)"/.exec(html)?.[1]
  expect(html).toContain(`tabindex="0" aria-labelledby="${id}"`)
  expect(html).toContain('<th scope="row">Möten</th>')
  expect(html).toContain('aria-sort="descending"><a href="?sort=rotter">Rötter</a>')
})

test('two tables with the same caption share no id', () => {
  const table = <Table caption="Mål" columns={[{ title: 'Mål' }]} rows={[]} />
  const html = renderToStaticMarkup(
    <>
      {table}
      {table}
    </>,
  )
  const ids = [...html.matchAll(/caption id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(2)
})

test('on a narrow screen every value of a card keeps its heading', () => {
  expect(renderToStaticMarkup(<Table cards caption="Mål" columns={[{ title: 'Mål' }, { title: 'Ansvarig' }]} rows={[['Möten', 'KS']]} />)).toContain(
    '<span class="card-label">Ansvarig</span>KS',
  )
})

test('a number never stands alone', () => {
  const said = textOf(renderToStaticMarkup(<ThreadFacts number="63,6 %" what="skulle rekommendera" source="SCB" period="2022" n="394" sure="± 4,8" language="sv" />))
  for (const part of ['63,6 %', 'KällaSCB', 'Period2022', 'Antal svar394', 'Hur säkert± 4,8']) expect(said).toContain(part)
})

test('under the threshold no number is shown', () => {
  expect(textOf(renderToStaticMarkup(<ThreadFacts what="under 18 år" source="Enkäten" period="2020" language="sv" />))).toContain('För få svar för att visa')
})

test('shares are written beside their bars, and too few stay unseen also in the table', () => {
  const html = renderToStaticMarkup(
    <ShareBars
      title="Tema"
      language="sv"
      rows={[{ label: 'Bussar', cells: [{ group: 'Invånare', share: 0.9, count: 810, all: 900 }, { group: 'Barn' }, { group: 'Valda', share: 0, count: 0, all: 21 }] }]}
    />,
  )
  expect(html.match(/90\u00a0% · 810 av 900/g)).toHaveLength(2)
  expect(html.match(/För få svar för att visa/g)).toHaveLength(2)
  expect(html.match(/class="part"/g)).toHaveLength(2)
  expect(html.match(/0\u00a0% · 0 av 21/g)?.length).toBeGreaterThan(0)
})

test('a receipt code is read in groups, and copied as it was given', () => {
  expect(textOf(renderToStaticMarkup(<ReceiptCode code="K7TM-3QXA-9FHC" />))).toBe('Din kvittokodK7TM-3QXA-9FHC')
  expect(renderToStaticMarkup(<ReceiptCode code="K7TM3QXA9F" />)).toContain('<span>K7TM</span><span>3QXA</span><span>9F</span>')
  expect(renderToStaticMarkup(<ReceiptCode code="K7TM" />)).toContain('translate="no"')
})

test('a stale edit shows both texts whole', () => {
  const said = textOf(renderToStaticMarkup(<TwoTexts now="Deras" yours="Min" />))
  for (const part of ['Så står det nu', 'Deras', 'Det här skrev du', 'Min', 'Inget är borta']) expect(said).toContain(part)
})

test('a notice says by its mark what its colour says', () => {
  const marks = [undefined, 'good', 'warn'].map((kind) => /<svg.*<\/svg>/.exec(renderToStaticMarkup(<Notice kind={kind as 'good'}>Hej</Notice>))?.[0])
  expect(new Set(marks).size).toBe(3)
  expect(renderToStaticMarkup(<Notice kind="good">Klart</Notice>)).toContain('role="status"')
})

test('an empty place says what belongs there, who does it and how to begin', () => {
  const said = textOf(renderToStaticMarkup(<Empty title="Här bor teman" who="Analytikern gör dem." begin={<ButtonLink href="/nytt">Gör det första</ButtonLink>} />))
  expect(said).toBe('Här bor temanAnalytikern gör dem.Gör det första')
})

test('a list of one page needs no way between pages', () => {
  expect(renderToStaticMarkup(<Pagination page={1} pages={1} href={String} />)).toBe('')
  const middle = renderToStaticMarkup(<Pagination page={2} pages={3} href={(page) => `?sida=${page}`} language="en" />)
  expect(middle).toContain('href="?sida=1" rel="prev">Previous')
  expect(textOf(middle)).toContain('Page 2 of 3')
})

test('the filter in force is marked, and every filter is a link that can be sent', () => {
  const html = renderToStaticMarkup(
    <FilterLinks
      label="Visa"
      links={[
        { href: '?', label: 'Alla', count: '24', here: true },
        { href: '?mina', label: 'Mina' },
      ]}
    />,
  )
  expect(html).toContain('href="?" aria-current="true"')
  expect(html).toContain('href="?mina"')
})

test('progress is said in numbers', () => {
  expect(textOf(renderToStaticMarkup(<Progress label="Kodade svar" done={412} all={1570} />))).toContain('412 av 1\u202f570')
  expect(renderToStaticMarkup(<Progress label="Inget" done={0} all={0} />)).toContain('max="1"')
})

test('a button sends, and says which act', () => {
  const html = renderToStaticMarkup(
    <Button name="act" value="lock" quiet small>
      Lås omgången
    </Button>,
  )
  for (const part of ['type="submit"', 'name="act"', 'value="lock"', 'class="quiet small"', '>Lås omgången</button>']) expect(html).toContain(part)
})

import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { partsOf, readSpan } from './age-span.ts'
import { canonicalCells, populationOf } from './population.ts'
import { readPopulationFile } from './population-file.ts'

describe('an age', () => {
  test.each([
    ['5', { from: 5, to: 5 }],
    ['5 år', { from: 5, to: 5 }],
    ['16–24 år', { from: 16, to: 24 }],
    ['16-24', { from: 16, to: 24 }],
    ['100+ år', { from: 100, to: null }],
    ['65 år eller äldre', { from: 65, to: null }],
    ['65 år och äldre', { from: 65, to: null }],
    ['Under 16 år', { from: 0, to: 15 }],
    ['65 or older', { from: 65, to: null }],
    ['totalt ålder', 'all'],
    ['', 'all'],
    ['24-16', undefined],
    ['Pensionär', undefined],
    ['131', undefined],
  ])('%s', (text, span) => expect(readSpan(text)).toEqual(span))
  test('is put into a wider span only when the table has whole ones of it', () => {
    const fives = [0, 5, 10, 15, 20].map((from) => ({ from, to: from + 4 }))
    expect(partsOf({ from: 10, to: 19 }, fives)).toEqual({ parts: [fives[2], fives[3]] })
    expect(partsOf({ from: 16, to: 19 }, fives)).toEqual({ across: { from: 15, to: 19 } })
    expect(partsOf({ from: 20, to: 29 }, fives)).toEqual({ missing: { from: 20, to: 29 } })
    expect(partsOf({ from: 65, to: null }, [{ from: 65, to: null }])).toEqual({ parts: [{ from: 65, to: null }] })
    expect(partsOf({ from: 65, to: null }, [{ from: 65, to: 74 }])).toEqual({ missing: { from: 65, to: null } })
  })
})

describe('a table of the municipality’s own', () => {
  const read = (text: string) => readPopulationFile(text)
  test('is read with semicolons, decimal commas, spaces in numbers and a byte order mark', () => {
    expect(read('\ufeffPlats;Ålder;Kön;Antal\r\nAlby;16-24;kvinnor;1 204,0\r\nAlby;16-24;män;3\r\nÅnge;16-24;män;7\r\n').cells).toEqual([
      { place: 'Alby', span: { from: 16, to: 24 }, sex: 'women', count: 1204 },
      { place: 'Alby', span: { from: 16, to: 24 }, sex: 'men', count: 3 },
      { place: 'Ånge', span: { from: 16, to: 24 }, sex: 'men', count: 7 },
    ])
  })
  test('of one place is of the whole area', () => {
    expect(read('region,age,count\nÅnge,0-15,10\nÅnge,16+,20')).toMatchObject({ area: 'Ånge', cells: [{ place: null }, { place: null }] })
  })
  test('has the order of its columns and rows as it likes', () => {
    const one = read('plats;kön;antal\nAlby;kvinnor;1\nAlby;män;2\nÅnge;män;3').cells
    const other = read('antal,plats,kön\n3,Ånge,män\n2,Alby,män\n1,Alby,kvinnor').cells
    expect(canonicalCells(one)).toBe(canonicalCells(other))
  })
  test.each([
    ['plats;ålder;antal\nAlby;gamla;3', { at: 2, problem: 'not-an-age', text: 'gamla' }],
    ['plats;kön;antal\nAlby;x;3', { at: 2, problem: 'not-a-sex', text: 'x' }],
    ['plats;antal\nAlby;..', { at: 2, problem: 'no-count', text: '..' }],
    ['plats;antal\nAlby;-3', { at: 2, problem: 'no-count', text: '-3' }],
    ['plats;antal\nAlby;1e309', { at: 2, problem: 'no-count', text: '1e309' }],
    ['plats;antal\nAlby;3,5', { at: 2, problem: 'not-whole', text: '3,5' }],
    ['plats;antal\nAlby;3\nalby ;4', { at: 3, problem: 'twice', text: 'alby ' }],
    ['plats;antal\nAlby;3;4', { at: 2, problem: 'too-many-cells', text: '' }],
    ['plats;antal\n"Alby;3', { at: 2, problem: 'unclosed-quote', text: '' }],
    ['plats;antal;år\nAlby;3;2025', { at: 1, problem: 'unknown-column', text: 'år' }],
    ['plats;ort;antal\nAlby;x;3', { at: 1, problem: 'column-twice', text: 'ort' }],
    ['plats;ålder\nAlby;3', { at: 1, problem: 'no-count-column', text: '' }],
    ['plats;antal', { at: 0, problem: 'nothing', text: '' }],
    ['', { at: 0, problem: 'nothing', text: '' }],
    ['ålder;antal\n0-9;3\n5-14;3', { at: 0, problem: 'overlapping', text: '0–9, 5–14' }],
    ['{"a":', { at: 0, problem: 'not-json-stat', text: '' }],
    ['{"class":"dataset","id":["kön"],"size":[3],"dimension":{"kön":{"category":{"index":["1","2"]}}},"value":[1,2]}', { at: 0, problem: 'not-json-stat', text: '' }],
    ['{"class":"dataset","id":["kön"],"size":[2],"dimension":{"kön":{"category":{"index":["män","kvinnor"]}}},"value":[1]}', { at: 0, problem: 'wrong-size', text: '2' }],
    ['{"class":"dataset","id":["inkomst"],"size":[2],"dimension":{"inkomst":{"category":{"index":["a","b"]}}},"value":[1,2]}', { problem: 'unknown-dimension', text: 'inkomst' }],
    ['{"class":"dataset","id":["kön"],"size":[2],"dimension":{"kön":{"category":{"index":["män","kvinnor"]}}},"value":[1,null]}', { at: 2, problem: 'no-count' }],
  ])('is refused whole: %s', (text, problem) => {
    const { cells, problems } = read(text)
    expect([cells, problems[0]]).toEqual([[], expect.objectContaining(problem)])
  })
  test('never makes the program fail, whatever is written', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json(),
          fc.string().map((text) => `plats;antal\n${text}`),
        ),
        (text) => Array.isArray(read(text).cells),
      ),
    )
  })
})

describe('a total', () => {
  const cells = readPopulationFile('plats;kön;antal\ntotalt;totalt;100\nAlby;kvinnor;30\nAlby;män;31\nÅnge;kvinnor;20\nÅnge;män;20\nAlby;totalt;60').cells
  test('is the table’s own, though its parts say something else, and neither is corrected', () => {
    const { total, countOf } = populationOf(cells)
    expect(total).toEqual({ own: 100, sum: 101 })
    expect(countOf({ place: 'Alby', span: null, sex: null })).toBe(60)
    expect(countOf({ place: 'Ånge', span: null, sex: null })).toBe(40)
    expect(countOf({ place: null, span: null, sex: 'women' })).toBe(50)
  })
})

describe('a recorded answer of Statistics Sweden', () => {
  const text = readFileSync('test/data/scb-folkmangd.json', 'utf8')
  const { cells, problems, source, note } = readPopulationFile(text)
  const { places, spans, sexes, countOf } = populationOf(cells)
  test('is read row by row, the last dimension fastest, of its last month', () => {
    const { value } = JSON.parse(text) as { value: number[] }
    expect([problems, places.length, spans.length, sexes]).toEqual([[], 21, 11, ['men', 'women']])
    expect(cells).toHaveLength(21 * 11 * 3)
    // Västernorrland is the eighteenth of the counties; its men of 10–19, in the last of four months.
    expect(countOf({ place: 'Västernorrlands län', span: { from: 10, to: 19 }, sex: 'men' })).toBe(value[((17 * 11 + 1) * 3 + 1) * 4 + 3])
  })
  test('keeps its own totals and says why they differ from their parts', () => {
    const of = { place: 'Västernorrlands län', span: { from: 100, to: null } }
    const cell = cells.find(({ place, span, sex }) => place === of.place && span?.from === 100 && sex === null)
    expect(countOf({ ...of, sex: null })).toBe(cell?.count)
    expect([source, note?.includes('slumpmässig osäkerhet')]).toEqual(['SCB', true])
  })
})

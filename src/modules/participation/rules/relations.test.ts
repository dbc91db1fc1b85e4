import { describe, expect, test } from 'vitest'
import { backgroundBank } from './background-bank.ts'
import { readPopulationFile } from './population-file.ts'
import { coverRelations } from './relation-coverage.ts'

const read = (text: string) => readPopulationFile(text)

describe('relations in a table of the population', () => {
  test('stand on lines of their own, in the same table or alone in one', () => {
    const both = read('plats;kön;relation;antal\nAlby;k;;10\nAlby;m;totalt;12\nÅnge;k;;5\n;;arbetar här;7\n;;totalt;40')
    expect(both.cells).toHaveLength(3)
    expect(both.relations).toEqual([
      { relation: 'arbetar här', count: 7 },
      { relation: null, count: 40 },
    ])
    expect(read('tillhörighet;antal\nFritidshus;1 900')).toMatchObject({ cells: [], problems: [], relations: [{ relation: 'Fritidshus', count: 1900 }] })
  })
  test.each([
    ['plats;relation;antal\nAlby;arbetar;3', { at: 2, problem: 'relation-crossed', text: 'arbetar' }],
    ['ålder;relation;antal\n;arbetar;3\ngamla;arbetar;4', { at: 3, problem: 'relation-crossed', text: 'arbetar' }],
    ['relation;antal\narbetar;3\nArbetar ;4', { at: 3, problem: 'twice', text: 'Arbetar' }],
    ['relation;antal\ntotalt;3\nalla;4', { at: 3, problem: 'twice', text: 'alla' }],
    ['relation;antal\narbetar;många', { at: 2, problem: 'no-count', text: 'många' }],
    [`relation;antal\n${'x'.repeat(121)};3`, { at: 2, problem: 'too-long' }],
    ['relation;antal', { at: 0, problem: 'nothing' }],
    [
      '{"class":"dataset","id":["relation"],"size":[2],"dimension":{"relation":{"category":{"index":["a","b"]}}},"value":[1,2]}',
      { problem: 'unknown-dimension', text: 'relation' },
    ],
  ])('are refused whole: %s', (text, problem) => {
    const { cells, relations, problems } = read(text)
    expect([cells, relations, problems]).toEqual([[], [], [expect.objectContaining(problem)]])
  })
})

describe('answers against relations', () => {
  const cover = (table: string, counts: Record<string, number>, said = 100, residents: number | null = null) =>
    coverRelations(backgroundBank.relation, { relations: read(`relation;antal\n${table}`).relations, residents }, { said, counts: new Map(Object.entries(counts)) }, 5)
  const row = ({ rows }: ReturnType<typeof cover>, label: string) => rows.find((each) => each.label === label)

  test('have a share of everybody with any relation, where the table says how many that is', () => {
    const covered = cover('totalt;1000\nbor;700\nJag arbetar här;400\nstuderar i kommunen;50\nFöretag;60\nhar fritidshus;250', { bor: 90, arbetar: 20, fritidshus: 4 })
    expect(covered.whole).toEqual({ of: 'any', people: 1000 })
    expect(row(covered, 'Jag bor här')).toMatchObject({ share: 0.7, expected: 70, answers: 90 })
    expect(row(covered, 'Jag arbetar här')).toMatchObject({ share: 0.4, expected: 40, answers: 20 })
    expect(row(covered, 'Jag studerar här')).toMatchObject({ people: 50, answers: null })
    expect(row(covered, 'Jag driver företag här')).toMatchObject({ people: 60 })
    expect(row(covered, 'Jag har fritidshus här')).toMatchObject({ people: 250, answers: null })
    expect(row(covered, 'Jag besöker kommunen')).toMatchObject({ people: null, share: null, expected: null })
    expect([covered.rows.length, covered.notOffered]).toEqual([6, []])
  })
  test('have a share of those who live here, where it doesn’t', () => {
    const covered = cover('arbetar;400\nfritidshus;1200\näger skog;30', { bor: 90, arbetar: 20 }, 100, 800)
    expect(covered.whole).toEqual({ of: 'living-here', people: 800 })
    expect(row(covered, 'Jag arbetar här')).toMatchObject({ share: 0.5, expected: 50 })
    expect(row(covered, 'Jag bor här')).toMatchObject({ people: 800, share: null, expected: null, answers: 90 })
    expect(row(covered, 'Jag har fritidshus här')).toMatchObject({ people: 1200, share: null })
    expect(covered.notOffered).toEqual(['äger skog'])
    expect(cover('arbetar;400', { arbetar: 20 }).whole).toBeNull()
  })
  test('never tell of fewer than the threshold, neither of those who say it nor of those who don’t', () => {
    const covered = cover('totalt;1000', { bor: 96, arbetar: 95, studerar: 5, fritidshus: 4 })
    expect(covered.rows.map(({ answers }) => answers)).toEqual([null, 95, 5, null, null, null])
    const few = cover('totalt;1000\nbor;700', { bor: 4 }, 4)
    expect([few.said, few.rows.every(({ answers, expected }) => answers === null && expected === null)]).toEqual([null, true])
  })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countMatrix } from './count-matrix.ts'
import type { Coding } from './count-stances.ts'

const group = (key: string, threshold: number) => ({ id: key, key, name: key, unit: 'persons' as const, census: false, threshold })
const [residents, children] = [group('invanare', 5), group('barn', 10)]
const themes = ['vindkraft', 'vard', 'skola'].map((slug) => ({ id: slug, slug, name: slug, parentId: null, dimension: 'tema', depth: 0 }))

/** Answers with a statement each, coded by turns. */
function voicesOf(groupId: string, count: number, coded: readonly (readonly Omit<Coding, 'statementId'>[])[]) {
  const ids = Array.from({ length: count }, (_, at) => `${groupId}-${at}`)
  return {
    said: ids.map((id) => ({ groupId, persons: 1, axis: 'place' as const, age: null, place: null, statements: [[id, id] as const] })),
    codings: ids.flatMap((statementId, at) => (coded[at % Math.max(1, coded.length)] ?? []).map((each) => ({ statementId, ...each }))),
  }
}
const coding = fc.record({ themeId: fc.constantFrom(...themes.map(({ id }) => id)), stance: fc.constantFrom('keep' as const, 'leave' as const, 'want' as const, null) })
const many = voicesOf('invanare', 30, [[{ themeId: 'vindkraft', stance: 'want' }], [{ themeId: 'vard', stance: 'keep' }], [{ themeId: 'vindkraft', stance: 'leave' }]])
const matrixOf = (few: ReturnType<typeof voicesOf>) =>
  countMatrix({ groups: [residents, children], said: [...many.said, ...few.said], choices: [], themes, codings: [...many.codings, ...few.codings] })

test('a group of which fewer than the threshold have spoken tells nothing, whatever they say: not in a cell, a mean or a reading', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.array(fc.array(coding, { maxLength: 4 }), { maxLength: 9 }), (persons, coded) => {
      const told = matrixOf(voicesOf('barn', persons, coded))
      expect({ ...told, heard: undefined }).toEqual({ ...matrixOf(voicesOf('barn', persons, [])), heard: undefined })
      expect(told.rows.map(({ cells }) => cells[1])).toEqual(themes.map(() => ({ group: 'barn', shown: false, because: 'too-few' })))
    }),
  )
})

test('of a group that nobody has spoken in it is said that it was not asked, and of one as large as the threshold which themes it is silent of', () => {
  expect(matrixOf(voicesOf('barn', 0, [])).rows[0]?.cells[1]).toMatchObject({ because: 'not-asked' })
  const { rows } = matrixOf(voicesOf('barn', 10, [[{ themeId: 'vard', stance: 'want' }], []]))
  expect(rows.map(({ cells }) => cells[1])).toMatchObject([{ because: 'silent' }, { because: 'too-few' }, { because: 'silent' }])
})

import { expect, test } from 'vitest'
import { packSuggestions, suggestionsAt } from './packed-suggestions.ts'

test('what is packed is unpacked as it was, also where a text has few suggestions or none and a suggestion no words', () => {
  const of = (code: string, certainty: number, why: string[]) => ({ code, certainty, why, chosen: false })
  const suggestions = [[of('b', 0.5, ['buss', 'å😀']), of('a', 0.25, [])], [], [of('a', 0.75, ['skog'])], [of('b', 0.125, ['x']), of('a', 0, ['y'])]]
  const packed = packSuggestions(['a', 'b'], suggestions, 2)
  expect(suggestions.map((_, at) => suggestionsAt(packed, at))).toEqual(suggestions.map((each) => each.map(({ code, certainty, why }) => ({ code, certainty, why }))))
  expect(suggestionsAt(packed, 9)).toEqual([])
})

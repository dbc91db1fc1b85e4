/** A text with one sign for each line end, as it is handed out. */
export function withPlainLines(text: string): string {
  return text.replaceAll(/\r\n?/g, '\n')
}

/**
 * How many characters (code points) of the text as it is handed out stand before a place in UTF-16 units.
 *
 * @example
 * charactersBefore('🚌\r\nab', 4) // => 2
 */
export function charactersBefore(text: string, place: number): number {
  return [...withPlainLines(text.slice(0, place))].length
}

/**
 * The place in UTF-16 units that has so many characters before it; undefined beyond the end.
 *
 * @example
 * placeAfter('🚌\r\nab', 2) // => 4
 * placeAfter('ab', 3) // => undefined
 */
export function placeAfter(text: string, characters: number): number | undefined {
  let place = 0
  for (let passed = 0; passed < characters; passed++) {
    if (place >= text.length) return undefined
    place += text.startsWith('\r\n', place) ? 2 : (text.codePointAt(place) ?? 0) > 0xffff ? 2 : 1
  }
  return place
}

/**
 * A place in a file's text, counted as the file is written, moved to our text; undefined beyond the end. Some tools write two signs a line end and count both.
 *
 * @example
 * placeFrom('a\r\nb', 'a\nb', 3) // => 2
 */
export function placeFrom(written: string, ours: string, characters: number): number | undefined {
  const before = [...written].slice(0, characters)
  return before.length < characters ? undefined : placeAfter(ours, [...withPlainLines(before.join(''))].length)
}

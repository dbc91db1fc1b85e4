export type WrittenPlace = { readonly name: string; readonly area: string | undefined }

/**
 * The places of a pasted list: one on each line, in order. A line that begins with a hyphen lies in the area named on the last line without one.
 * Empty lines and marks of a list are passed by.
 *
 * @example
 * placesOfLines('Fränsta\n- Torpshammar') // => [{ name: 'Fränsta', area: undefined }, { name: 'Torpshammar', area: 'Fränsta' }]
 */
export function placesOfLines(lines: string): WrittenPlace[] {
  let area: string | undefined
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /[\p{L}\p{N}]/u.test(line))
    .map((line) => {
      const isInside = /^[-–•*]/.test(line)
      const name = line
        .replace(/^[-–•*\s]+/, '')
        .replaceAll(/\s+/g, ' ')
        .trim()
      if (!isInside) area = name
      return { name, area: isInside ? area : undefined }
    })
}

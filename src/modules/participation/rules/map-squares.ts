import type { ListedPlace, SquareMap } from './question.ts'

/** The squares of all maps, the latest first, in words; those that aren't on the latest have ended, and still name the answers that they have. */
export function placedSquares(maps: readonly Pick<SquareMap, 'squares'>[]): ListedPlace[] {
  const squares = new Map<string, ListedPlace>()
  for (const [age, map] of maps.entries())
    for (const { key, name, near } of map.squares) {
      const [older, elder] = age === 0 ? ['', ''] : [' på en äldre karta', ' on an older map']
      const label = near === null ? `Ruta ${name}${older}` : `Nära ${near}, rutan ${name}${older}`
      const labelEnglish = near === null ? `Square ${name}${elder}` : `Near ${near}, square ${name}${elder}`
      if (!squares.has(key)) squares.set(key, { key, label, labelEnglish, isEnded: age > 0 })
    }
  return [...squares.values()]
}

const squareKey = /^ruta-(\d{3,5})-(\d{6,7})-(\d{7})$/

/** The middle of a square in SWEREF 99 TM, by its key alone; nothing for what is no square. */
export function middleOfSquare(key: unknown): { readonly north: number; readonly east: number } | undefined {
  const [, side, east, north] = (typeof key === 'string' && squareKey.exec(key)) || []
  return side === undefined ? undefined : { north: Number(north) + Number(side) / 2, east: Number(east) + Number(side) / 2 }
}

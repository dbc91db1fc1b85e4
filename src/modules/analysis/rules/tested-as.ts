/** A theme that was merged into another, or with nothing in `into` one that was parted from it again; in the order of what happened. Instants are in milliseconds. */
export type MergeChange = { readonly themeId: string; readonly into: string | null; readonly at: number }
type Alpha = { readonly alpha: number | null; readonly low: number | null; readonly high: number | null }
export type EndedRound = { readonly number: number; readonly wanted: number; readonly endedAt: number; readonly themes: readonly ({ readonly themeId: string } & Alpha)[] }
export type Test = Alpha & { readonly round: number; readonly wanted: number }
/** A theme that was not tested as it is now: as what it took over, each by itself, or together with another that it was parted from. */
export type Apart = { readonly as: 'merged' | 'parted'; readonly tests: readonly Test[] }
export type Tested = Test & {
  /** Under what was wanted, or not to be reckoned: the reader is told wherever the theme is used. */
  readonly isWeak: boolean
  /** It is weak for want of something to reckon by, and no test was under what was wanted. */
  readonly isUnreckoned: boolean
  /** It has no alpha of its own then, and is weak when one of the tests is. */
  readonly apart?: Apart
}

/** Into what each theme was merged at an instant, or by now. */
export function mergedAt(changes: readonly MergeChange[], at?: number): Map<string, string> {
  const merged = new Map<string, string>()
  for (const { themeId, into, at: changedAt } of changes)
    if (at !== undefined && changedAt > at) break
    else if (into === null) merged.delete(themeId)
    else merged.set(themeId, into)
  return merged
}

/** What a theme had become by what was merged. */
export function becomes(theme: string, merged: ReadonlyMap<string, string>): string {
  const next = merged.get(theme)
  return next === undefined ? theme : becomes(next, merged)
}

/**
 * How far two read each theme alike, in the last round that read it as what it is now: of the same themes merged into one. Where no round did, what was tested
 * apart from it.
 *
 * @example
 * const round = { number: 1, wanted: 0.8, endedAt: 1, themes: [{ themeId: 'tåg', alpha: 0.4, low: null, high: null }] }
 * testedAs([round], [{ themeId: 'tåg', into: 'buss', at: 2 }]).get('buss')?.isWeak // => true
 */
export function testedAs(rounds: readonly EndedRound[], changes: readonly MergeChange[]): Map<string, Tested> {
  const merged = mergedAt(changes)
  const tests = [...rounds].sort((one, other) => other.number - one.number).flatMap((round) => testsOf(round, changes))
  const wanted = new Set(tests.flatMap(({ members }) => members.map((theme) => becomes(theme, merged))))
  return new Map(
    [...wanted].flatMap((theme) => {
      const members = membersOf(theme, merged)
      const own = tests.find((test) => keyOf(test.members) === keyOf(members))
      const found = own ? ownOf(own.test) : apartOf(members, tests)
      return found ? [[theme, found] as const] : []
    }),
  )
}

type TestOf = { readonly members: readonly string[]; readonly test: Test }

function testsOf({ number, wanted, endedAt, themes }: EndedRound, changes: readonly MergeChange[]): TestOf[] {
  const merged = mergedAt(changes, endedAt)
  // The first rounds were counted as they were written, each theme by itself.
  const isFollowed = themes.every(({ themeId }) => !merged.has(themeId))
  return themes.map(({ themeId, alpha, low, high }) => ({
    members: isFollowed ? membersOf(themeId, merged) : [themeId],
    test: { round: number, alpha, low, high, wanted },
  }))
}

function ownOf(test: Test): Tested {
  return { ...test, ...weaknessOf([test]) }
}

function apartOf(members: readonly string[], tests: readonly TestOf[]): Tested | undefined {
  const found = [...new Set(members.flatMap((member) => tests.find((test) => test.members.includes(member)) ?? []))]
  const [latest] = found.map(({ test }) => test).sort((one, other) => other.round - one.round)
  if (!latest) return undefined
  const as = found.every((test) => test.members.every((member) => members.includes(member))) ? 'merged' : 'parted'
  return {
    ...{ round: latest.round, wanted: Math.max(...found.map(({ test }) => test.wanted)), alpha: null, low: null, high: null },
    ...weaknessOf(found.map(({ test }) => test)),
    apart: { as, tests: found.map(({ test }) => test) },
  }
}

function weaknessOf(tests: readonly Test[]): Pick<Tested, 'isWeak' | 'isUnreckoned'> {
  const isUnder = tests.some(({ alpha, wanted }) => alpha !== null && alpha < wanted)
  const isUnreckoned = !isUnder && tests.some(({ alpha }) => alpha === null)
  return { isWeak: isUnder || isUnreckoned, isUnreckoned }
}

function membersOf(theme: string, merged: ReadonlyMap<string, string>): string[] {
  return [theme, ...[...merged.keys()].filter((each) => becomes(each, merged) === theme)]
}

function keyOf(members: readonly string[]): string {
  return [...members].sort().join(' ')
}

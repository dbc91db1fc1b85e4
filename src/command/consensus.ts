import { parseArgs } from 'node:util'
import {
  adjustPValues,
  consensusSensitivity,
  cramersV,
  findConsensus,
  largestDifference,
  permutationTest,
  powerMeanOfGroups,
  type Sensitivity,
  type StanceCount,
  seededRandom,
  type ThemeConsensus,
} from '#statistics'
import { numberIn, type Records, readRecords, textIn } from './read-records.ts'
import { answering, RefusedInput } from './refused-input.ts'
import { writeAtomically } from './write-atomically.ts'

const help = `samsyn consensus ANTAL.csv [--census GRUPP …] [--weights VIKTER.csv] [--seed N] [--power P] [--top N] [--json] [--out FIL]

  ANTAL      group,theme,for,against,asked: hur många i gruppen som är för, emot och fick frågan
  --census   grupp där alla fick frågan: dess andelar har inget urvalsfel
  --weights  group,weight: hur mycket grupperna väger i medlen (annars lika)
`

const options = {
  census: { type: 'string', multiple: true },
  weights: { type: 'string' },
  seed: { type: 'string', default: '1' },
  power: { type: 'string', default: '-10' },
  top: { type: 'string', default: '10' },
  json: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** Finds where named groups agree, differ, and are uncertain, from counts in a file. Answers with the exit code. */
export function consensus(args: readonly string[]): Promise<number> {
  return answering(() => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [path] = positionals
    if (values.help || path === undefined) {
      process.stderr.write(help)
      return values.help ? 0 : 2
    }
    const counts = readCounts(path)
    const groups = [...new Set(counts.map(({ group }) => group))]
    const census = [...(values.census ?? []), ...positionals.slice(1)]
    const stranger = census.find((group) => !groups.includes(group))
    if (stranger !== undefined) throw new RefusedInput(`Gruppen ${stranger} finns inte bland ${groups.join(', ')}.`)
    const wish = { census, seed: Number(values.seed) }
    const weights = values.weights === undefined ? undefined : readWeights(values.weights, groups)
    const found = findConsensus(counts, wish)
    const sensitivity = new Map(consensusSensitivity(counts, { ...wish, top: Number(values.top) }).map((each) => [each.theme, each]))
    const differences = differencesOf(counts, found, Number(values.seed))
    const themes = found.map((theme) =>
      themeOutput(theme, counts, { weights, power: Number(values.power), sensitivity: sensitivity.get(theme.theme), difference: differences.get(theme.theme) }),
    )
    writeAtomically(values.out, values.json ? [`${JSON.stringify({ themes, groups, census, weights: weights ?? null })}\n`] : reportOf(themes))
    return 0
  })
}

function readCounts(path: string): StanceCount[] {
  const records = readRecords(path, ['group', 'theme', 'for', 'against', 'asked'])
  const seen = new Set<string>()
  return records.rows.map((row) => {
    const [group, theme] = [textIn(records, row, 'group'), textIn(records, row, 'theme')]
    if (group === '' || theme === '') throw new RefusedInput(`${records.file}, rad ${row.line}: ${group === '' ? 'gruppen' : 'temat'} saknas.`)
    const key = JSON.stringify([group, theme])
    if (seen.has(key)) throw new RefusedInput(`${records.file}, rad ${row.line}: gruppen ${group} har redan en rad om temat ${theme}.`)
    seen.add(key)
    const count = { group, theme, for: numberIn(records, row, 'for', 0), against: numberIn(records, row, 'against', 0), asked: numberIn(records, row, 'asked', 0) }
    const mentioned = records.columns.includes('mentioned') ? numberIn(records, row, 'mentioned', 0) : count.for + count.against
    if (count.for + count.against > mentioned || mentioned > count.asked)
      throw new RefusedInput(`${records.file}, rad ${row.line}: fler har tagit ställning än som fick frågan (asked ${count.asked}).`)
    return { ...count, mentioned }
  })
}

function readWeights(path: string, groups: readonly string[]): Record<string, number> {
  const records: Records = readRecords(path, ['group', 'weight'])
  const weights = Object.fromEntries(records.rows.map((row) => [textIn(records, row, 'group'), numberIn(records, row, 'weight', 0)]))
  const missing = groups.find((group) => !(group in weights))
  if (missing !== undefined) throw new RefusedInput(`${records.file}: gruppen ${missing} har ingen vikt.`)
  return weights
}

type Tested = { readonly cramersV: number; readonly p: number; readonly adjustedP: number }

/** Whether the groups differ more than by chance, over all themes at once. */
function differencesOf(counts: readonly StanceCount[], found: readonly ThemeConsensus[], seed: number): Map<string, Tested> {
  const tested = found.map(({ theme }) => {
    const table = counts.filter((count) => count.theme === theme && count.for + count.against > 0).map((count) => [count.for, count.against])
    const isWhole = table.every((row) => row.every(Number.isInteger))
    return { theme, cramersV: cramersV(table).v, p: isWhole && table.length > 1 ? permutationTest(table, seededRandom(seed)) : 1 }
  })
  const adjusted = adjustPValues(tested.map(({ p }) => p))
  return new Map(tested.map(({ theme, ...each }, at) => [theme, { ...each, adjustedP: adjusted[at] as number }]))
}

function themeOutput(
  { theme, label, reading, score, spread, strength, mentions, groups }: ThemeConsensus,
  counts: readonly StanceCount[],
  { weights, power, sensitivity, difference }: { weights: Record<string, number> | undefined; power: number; sensitivity: Sensitivity | undefined; difference: Tested | undefined },
) {
  return {
    theme,
    label,
    reading,
    minimum: score?.minimum ?? null,
    allAboveHalf: score?.allAboveHalf ?? null,
    geometricMean: groups.length === 0 ? null : powerMeanOfGroups(groups, { weights }),
    powerMean: groups.length === 0 ? null : powerMeanOfGroups(groups, { power, weights }),
    spread,
    strength: strength ?? null,
    groups: groups.map(({ group, share, mean, low, high, census }) => ({
      group,
      share,
      shrunk: mean,
      low,
      high,
      census,
      stands: standsOf(counts, theme, group),
      salience: mentions.find((each) => each.group === group)?.share ?? 0,
    })),
    largestDifference: largestDifference(groups) ?? null,
    groupsDiffer: difference ?? null,
    sensitivity:
      sensitivity === undefined
        ? null
        : {
            rank: sensitivity.rank,
            without: sensitivity.without,
            decisive: sensitivity.decisive ?? null,
            priorHalved: sensitivity.priorHalved,
            priorDoubled: sensitivity.priorDoubled,
            robust: sensitivity.robust,
          },
  }
}

function standsOf(counts: readonly StanceCount[], theme: string, group: string): number {
  const count = counts.find((each) => each.theme === theme && each.group === group)
  return count ? count.for + count.against : 0
}

const labels = { consensus: 'samsyn', likely: 'trolig samsyn', split: 'olika syn', uncertain: 'osäkert' } as const

function* reportOf(themes: readonly ReturnType<typeof themeOutput>[]): Generator<string> {
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const ranked = themes.toSorted((one, other) => (other.minimum?.mean ?? -1) - (one.minimum?.mean ?? -1))
  for (const { theme, label, minimum, groups, sensitivity, largestDifference: difference } of ranked) {
    yield `${theme}: ${labels[label]}. ${minimum ? `Stöd i den grupp som stöder det minst: ${percent(minimum.mean)} (${percent(minimum.low)}–${percent(minimum.high)}).` : 'Ingen har tagit ställning.'}\n`
    for (const { group, share, shrunk, low, high, census, stands } of groups)
      yield `  ${group}: ${percent(share)} av ${stands}${census ? ' (alla tillfrågade)' : `, troligen ${percent(low)}–${percent(high)}, mitten ${percent(shrunk)}`}\n`
    if (label === 'split' && difference) yield `  Mest skiljer ${difference.higher} och ${difference.lower}.\n`
    if (sensitivity && !sensitivity.robust) yield `  Platsen hänger på räknesättet${sensitivity.decisive ? ` eller på gruppen ${sensitivity.decisive}` : ''}.\n`
  }
}

import { parseArgs } from 'node:util'
import { calibrateBounded, designEffect, marginOfError, type Raked, rake, trimWeights, weightedMean } from '#statistics'
import { numberIn, type Records, readRecords } from './read-records.ts'
import { answering, RefusedInput } from './refused-input.ts'
import { type NamedMargin, readMargins } from './weight/read-margins.ts'
import { writeAtomically } from './write-atomically.ts'

const help = `samsyn weight URVAL.csv MÅL.csv [--base KOLUMN] [--cap X] [--bounds LÅG,HÖG] [--trim LÅG,HÖG] [--missing MÄRKE] [--post-stratify] [--collapse N] [--estimate KOLUMN] [--json] [--out FIL]

  MÅL              variable,level,total: antal eller andelar i befolkningen; flera variabler ihop skrivs kön:ålder och kvinna:18-24
  --base           kolumn med vikter att börja från (annars 1)
  --cap            största vikt, i medelvikter, i varje varv
  --bounds         minsta och största faktor på grundvikten (logit-kalibrering)
  --trim           minsta och största vikt efteråt, i medelvikter
  --missing        så här är ett svar som saknas skrivet (annars tomt eller NA)
  --post-stratify  alla variabler ihop i en tabell, som måste finnas i MÅL
  --collapse       slår ihop nivåer med färre svarande än så med sin granne i MÅL
  --estimate       vägt medel av en kolumn med tal, med medelfel
`

const options = {
  base: { type: 'string' },
  cap: { type: 'string' },
  bounds: { type: 'string' },
  trim: { type: 'string' },
  missing: { type: 'string' },
  'post-stratify': { type: 'boolean' },
  collapse: { type: 'string' },
  estimate: { type: 'string', multiple: true },
  json: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** Weights a sample to the population. Answers with the exit code: also weights that do not meet the targets are an answer, and say so. */
export function weight(args: readonly string[]): Promise<number> {
  return answering(() => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [samplePath, targetsPath] = positionals
    if (values.help || samplePath === undefined || targetsPath === undefined) {
      process.stderr.write(help)
      return values.help ? 0 : 2
    }
    const sample = readRecords(samplePath)
    const margins = readMargins(sample, targetsPath, {
      missing: values.missing === undefined ? ['', 'NA'] : [values.missing],
      collapse: values.collapse === undefined ? 0 : numberOf('--collapse', values.collapse),
    })
    if (values['post-stratify'] && margins.length !== 1)
      throw new RefusedInput('Med --post-stratify är målen en tabell över alla variabler ihop, till exempel kön:ålder och kvinna:18-24.')
    const base = sample.rows.map((row) => (values.base === undefined ? 1 : baseOf(sample, row, values.base)))
    const found = solve(base, margins, values)
    const weights = values.trim === undefined ? found.weights : trimmed(found.weights, values.trim)
    const output = outputOf(sample, margins, { ...found, weights }, values.estimate ?? [])
    writeAtomically(values.out, values.json ? [`${JSON.stringify(output)}\n`] : reportOf(output))
    if (output.problem && values.json) process.stderr.write(`${output.problem}\n`)
    return 0
  })
}

function baseOf(sample: Records, row: Records['rows'][number], column: string): number {
  if (!sample.columns.includes(column)) throw new RefusedInput(`${sample.file}, rad 1: kolumnen ${column} saknas. Filen har kolumnerna ${sample.columns.slice(0, 20).join(', ')}.`)
  const value = numberIn(sample, row, column, 0)
  if (value === 0) throw new RefusedInput(`${sample.file}, rad ${row.line}, kolumn ${sample.columns.indexOf(column) + 1} (${column}): en grundvikt är större än 0.`)
  return value
}

function solve(base: readonly number[], margins: readonly NamedMargin[], { cap, bounds }: { cap?: string | undefined; bounds?: string | undefined }): Raked {
  if (bounds === undefined) {
    const most = cap === undefined ? Infinity : numberOf('--cap', cap)
    if (most <= 1) throw new RefusedInput(`--cap är större än 1, inte ${cap}.`)
    return rake(base, margins, { cap: most })
  }
  const [low, high] = pairOf('--bounds', bounds)
  if (!(low >= 0 && low < 1 && high > 1)) throw new RefusedInput(`--bounds ligger på var sin sida om 1, inte ${bounds}.`)
  const infeasible = rake(base, margins, { mostIterations: 0 }).infeasible
  if (infeasible) return rake(base, margins)
  return calibrateBounded(base, margins, { low, high })
}

function trimmed(weights: Float64Array, text: string): Float64Array {
  const [low, high] = pairOf('--trim', text)
  const mean = weights.reduce((sum, each) => sum + each, 0) / weights.length
  if (!(low <= 1 && high >= 1)) throw new RefusedInput(`--trim ligger på var sin sida om 1, inte ${text}.`)
  return trimWeights(weights, { low: low * mean, high: high * mean, strict: true })
}

function outputOf(sample: Records, margins: readonly NamedMargin[], found: Raked, estimates: readonly string[]) {
  const { weights, converged, iterations, infeasible } = found
  const effect = designEffect(weights)
  const levels = margins.flatMap(({ name, of, totals, levels: names }) => {
    const [count, mass] = [totals.map(() => 0), totals.map(() => 0)]
    weights.forEach((each, who) => {
      const level = of[who] as number
      if (level < 0) return
      count[level] = (count[level] as number) + 1
      mass[level] = (mass[level] as number) + each
    })
    return names.map((level, at) => ({ variable: name, level, total: totals[at] as number, respondents: count[at] as number, weighted: mass[at] as number }))
  })
  const errors = levels.map(({ variable, total, weighted }) => {
    const own = levels.filter((each) => each.variable === variable)
    const [wanted, there] = [own.reduce((sum, each) => sum + each.total, 0), own.reduce((sum, each) => sum + each.weighted, 0)]
    return total === 0 ? (weighted === 0 ? 0 : Infinity) : Math.abs(weighted / there / (total / wanted) - 1)
  })
  return {
    weights: [...weights],
    designEffect: effect.designEffect,
    effectiveSize: effect.effectiveSize,
    marginOfError: marginOfError(0.5, weights.length, { designEffect: effect.designEffect }),
    converged,
    iterations,
    largestMarginError: Math.max(0, ...errors),
    problem: problemOf(found, margins),
    margins: levels,
    warnings: [
      ...levels
        .filter(({ respondents, total }) => respondents < 5 && total > 0)
        .map(({ variable, level, respondents }) => `${variable} ${level} har bara ${respondents} svarande.`),
      ...(effect.designEffect > 2 ? [`Vikterna skiljer så mycket att ${weights.length} svar säger som ${Math.round(effect.effectiveSize)}.`] : []),
    ],
    estimates: infeasible ? [] : estimates.map((column) => estimateOf(sample, column, weights, margins)),
  }
}

function estimateOf(sample: Records, column: string, weights: Float64Array, margins: readonly NamedMargin[]) {
  if (!sample.columns.includes(column)) throw new RefusedInput(`${sample.file}, rad 1: kolumnen ${column} saknas. Filen har kolumnerna ${sample.columns.slice(0, 20).join(', ')}.`)
  const { mean, standardError } = weightedMean(
    sample.rows.map((row) => numberIn(sample, row, column)),
    weights,
    margins,
  )
  return { column, mean, standardError }
}

function problemOf({ infeasible, converged, largestMarginError }: Raked, margins: readonly NamedMargin[]): string | null {
  if (infeasible?.because === 'nobody-at-level') {
    const margin = margins.find(({ name }) => name === infeasible.margin)
    return `Ingen svarande har ${infeasible.margin} ${margin?.levels[infeasible.level]}, men målen har några där: inga vikter kan ge det. Slå ihop nivån med en annan (--collapse).`
  }
  if (infeasible) return `Målen för ${infeasible.margin} summerar till ${infeasible.total}, men de första till ${infeasible.first}: inga vikter kan ge båda.`
  if (!converged) return `Vikterna når inte målen. Det största felet är ${(largestMarginError * 100).toPrecision(2)} procent.`
  return null
}

function* reportOf({
  weights,
  designEffect: effect,
  effectiveSize,
  iterations,
  largestMarginError,
  problem,
  warnings,
  margins,
  estimates,
}: ReturnType<typeof outputOf>): Generator<string> {
  yield problem ? `${problem}\n` : `Vikterna når målen efter ${iterations} varv, största fel ${largestMarginError.toExponential(1)}.\n`
  yield `Minsta vikt ${Math.min(...weights).toPrecision(4)}, största ${Math.max(...weights).toPrecision(4)}. Designeffekt ${effect.toFixed(2)}: ${weights.length} svar säger som ${Math.round(effectiveSize)}.\n`
  for (const { variable, level, total, respondents, weighted } of margins) yield `  ${variable} ${level}: ${respondents} svarande, vägt ${weighted.toPrecision(6)}, mål ${total}\n`
  for (const warning of warnings) yield `Obs: ${warning}\n`
  for (const { column, mean, standardError } of estimates) yield `Vägt medel av ${column}: ${mean.toPrecision(6)}, medelfel ${standardError.toPrecision(3)}.\n`
}

function numberOf(name: string, text: string): number {
  const value = Number(text.replace(',', '.'))
  if (text.trim() === '' || !Number.isFinite(value)) throw new RefusedInput(`${name} är ett tal, inte ”${text}”.`)
  return value
}

function pairOf(name: string, text: string): [number, number] {
  const parts = text.split(',')
  if (parts.length !== 2) throw new RefusedInput(`${name} är två tal med komma emellan, till exempel 0.5,3, inte ”${text}”.`)
  return [numberOf(name, parts[0] ?? ''), numberOf(name, parts[1] ?? '')]
}

import { parseArgs } from 'node:util'
import { type MapOptions, mapOpinions } from '#statistics'
import { opinionJson } from './opinion/opinion-json.ts'
import { opinionReport } from './opinion/opinion-report.ts'
import { packVotes } from './opinion/packed-votes.ts'
import { readGroups, readIds, readNamedVotes, readStatements } from './opinion/read-opinion-files.ts'
import { answering, RefusedInput } from './refused-input.ts'
import { writeAtomically } from './write-atomically.ts'

const help = `samsyn opinion RÖSTER.csv [--statements FIL] [--groups FIL] [--mode samsyn|polis] [--k N] [--no-stability] [--seed N] [--json] [--out FIL]
samsyn opinion --pack RÖSTER.csv --out RÖSTER.bin

  RÖSTER        pid,tid,vote[,ts] med vote 1, 0 eller -1, Polis egna filer, eller den packade formen
  --statements  påståendenas text, och vilka som är utmodererade (moderated -1) eller handlar om dialogen (is-meta)
  --strict      också de som ingen har modererat (0) lämnas utanför
  --moderated-out FIL, --meta FIL   påståenden att lämna utanför, ett id per rad
  --groups      pid,gid: grupper som redan finns
  --summary     lämnar ut deltagarna ur JSON
  --slate N     hur många påståenden listan ska ha (10)
`

const options = {
  statements: { type: 'string' },
  strict: { type: 'boolean' },
  'moderated-out': { type: 'string' },
  meta: { type: 'string' },
  groups: { type: 'string' },
  mode: { type: 'string', default: 'samsyn' },
  k: { type: 'string' },
  'no-stability': { type: 'boolean' },
  seed: { type: 'string', default: '1' },
  slate: { type: 'string', default: '10' },
  summary: { type: 'boolean' },
  json: { type: 'boolean' },
  pack: { type: 'boolean' },
  out: { type: 'string' },
  help: { type: 'boolean' },
} as const

/** Maps the opinions in a file of votes: as JSON, in words, or packed for the next time. Answers with the exit code. */
export function opinion(args: readonly string[]): Promise<number> {
  return answering(() => {
    const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true })
    const [path, more] = positionals
    if (values.help || path === undefined) {
      process.stderr.write(help)
      return values.help ? 0 : 2
    }
    if (more !== undefined) throw new RefusedInput(`En fil i taget: ${more} är en för mycket.`)
    const timing: Record<string, number> = {}
    const clock = stopwatch(timing)
    clock('reading')
    const votes = readNamedVotes(path)
    if (values.pack) {
      if (!values.out) throw new RefusedInput('Skriv med --out vart den packade filen ska.')
      writeAtomically(values.out, packVotes(votes))
      return 0
    }
    const statements = values.statements === undefined ? undefined : readStatements(values.statements, values.strict ?? false)
    const given = values.groups === undefined ? undefined : readGroups(values.groups, votes.pids)
    const wish: MapOptions = {
      mode: modeOf(values.mode),
      seed: wholeNumber('--seed', values.seed, 0),
      slateSize: wholeNumber('--slate', values.slate, 1),
      stability: !values['no-stability'],
      stage: clock,
      moderatedOut: numbersOf(votes.tids, [statements?.moderatedOut, values['moderated-out'] === undefined ? undefined : readIds(values['moderated-out'])]),
      meta: numbersOf(votes.tids, [statements?.meta, values.meta === undefined ? undefined : readIds(values.meta)]),
      ...(values.k === undefined ? {} : { k: wholeNumber('--k', values.k, 1) }),
      ...(given === undefined ? {} : { groups: given.of }),
    }
    const map = mapOpinions(votes.table, wish)
    clock('')
    const memoryMb = Math.round(process.resourceUsage().maxRSS / 1024)
    const names = given?.names ?? Array.from({ length: map.k }, (_, group) => String(group))
    writeAtomically(
      values.out,
      values.json ? opinionJson(map, votes, names, { ...timing, memoryMb }, values.summary ?? false) : opinionReport(map, votes, names, statements?.texts ?? new Map()),
    )
    return 0
  })
}

function modeOf(text: string): 'samsyn' | 'polis' {
  if (text === 'samsyn' || text === 'polis') return text
  throw new RefusedInput(`--mode är samsyn eller polis, inte ${text}.`)
}

function wholeNumber(name: string, text: string, least: number): number {
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= least && text.trim() !== '') return value
  throw new RefusedInput(`${name} är ett heltal, minst ${least}, inte ”${text}”.`)
}

function numbersOf(tids: readonly string[], sets: readonly (ReadonlySet<string> | undefined)[]): Set<number> {
  return new Set(tids.flatMap((tid, what) => (sets.some((set) => set?.has(tid)) ? [what] : [])))
}

/** Writes how many milliseconds each part took into a record; an empty name ends the last one. */
function stopwatch(timing: Record<string, number>): (name: string) => void {
  let [current, since] = ['', 0]
  return (name) => {
    const now = performance.now()
    if (current !== '') timing[current] = Math.round((now - since) * 10) / 10
    current = name
    since = now
  }
}

const help = `samsyn – kommandon för den som sköter installationen

  samsyn import answers FIL --dialogue ADRESS [--preview]   läs in svar ur CSV, XLSX eller JSONL
      [--mapping KOLUMNER.json] [--rejected RÄTTA.csv]      (utan --mapping: som det sades på sidan Läs in svar)
  samsyn import kolada MAPP                                 läs in Koladas katalog
  samsyn opinion RÖSTER.csv [--json]                        kartlägg håller med / håller inte med (--help för allt)
  samsyn consensus ANTAL.csv [--json]                       samsyn och olika syn mellan grupper
  samsyn weight URVAL.csv MÅL.csv [--json]                  väg ett urval till befolkningen
  samsyn themes TEXTER.csv --column text [--json]           teman i svenska texter
  samsyn suggest --texts TEXTER.csv --codebook KODBOK.csv   förslag på koder, med varför och hur säkert
  samsyn backup FIL [--untested]                            allt i en fil, som provas genom att återställas
  samsyn restore FIL                                        återställ till en ny mapp (--data) eller en tom databas
  samsyn move --to ADRESS                                   flytta allt till PostgreSQL (postgres://…) eller till en ny mapp
  samsyn verify                                             pröva kedjan av händelser, de frysta handlingarna och svarens förseglingar
  samsyn recompute                                          räkna om varje publicerad siffra ur kodningen som den var då

  --data MAPP   var databasen ligger (annars ./data); DATABASE_URL för PostgreSQL
`

/** Runs one sub-command; each is loaded when it is asked for. Answers with the exit code. */
async function run(args: readonly string[]): Promise<number> {
  // What researchers run on files of their own, without a database.
  if (args[0] === 'opinion') return (await import('./opinion.ts')).opinion(args.slice(1))
  if (args[0] === 'consensus') return (await import('./consensus.ts')).consensus(args.slice(1))
  if (args[0] === 'suggest') return (await import('./suggest.ts')).suggest(args.slice(1))
  if (args[0] === 'themes') return (await import('./themes.ts')).themes(args.slice(1))
  if (args[0] === 'weight') return (await import('./weight.ts')).weight(args.slice(1))
  const { withDatabase } = await import('./with-database.ts')
  const { words, options } = readArguments(args)
  const where = { dataDir: options.data ?? 'data', databaseUrl: process.env.DATABASE_URL || undefined }
  const [first, second, third] = words
  const lacksFile = ['mapping', 'rejected'].some((name) => name in options && !options[name])
  if (first === 'import' && second === 'answers' && third && options.dialogue && !lacksFile) {
    const { importAnswersFile } = await import('./import-answers-file.ts')
    const { dialogue, mapping, rejected, preview } = options
    return withDatabase(where, () => importAnswersFile({ file: third, dialogue, mapping, rejected, isPreview: preview !== undefined }))
  }
  if (first === 'import' && second === 'kolada' && third) {
    const { importKoladaFolder } = await import('./import-kolada-folder.ts')
    return withDatabase(where, () => importKoladaFolder(third))
  }
  if (first === 'backup' && second) return (await import('./backup.ts')).backup(second, where, { test: options.untested === undefined })
  if (first === 'restore' && second) return (await import('./restore.ts')).restore(second, where)
  if (first === 'move' && options.to) return (await import('./move.ts')).move(where, options.to)
  if (first === 'verify') {
    const { verifyAll } = await import('./verify-all.ts')
    return withDatabase(where, () => verifyAll(where.dataDir))
  }
  if (first === 'recompute') return withDatabase(where, (await import('./recompute.ts')).recompute)
  process.stderr.write(help)
  return first === undefined || first === 'help' || options.help !== undefined ? 0 : 2
}

function readArguments(args: readonly string[]): { words: string[]; options: Record<string, string | undefined> } {
  const [words, options]: [string[], Record<string, string | undefined>] = [[], {}]
  const switches = new Set(['preview', 'help', 'json', 'untested'])
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? ''
    if (!arg.startsWith('--')) words.push(arg)
    else if (switches.has(arg.slice(2))) options[arg.slice(2)] = 'ja'
    else options[arg.slice(2)] = args[++at]
  }
  return { words, options }
}

process.exitCode = await run(process.argv.slice(2))

export {}

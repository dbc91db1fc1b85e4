// npm run --silent bench -- NAME [--json]: one file a measurement in scripts/bench. Quote ratios of one run: machines differ.
const benches = ['desk', 'house', 'learning', 'matrix', 'operations', 'participation', 'proposals', 'statistics', 'text', 'votes']
const [what = 'house'] = process.argv.slice(2).filter((word) => !word.startsWith('--'))
if (!benches.includes(what)) {
  console.error(`Mätningarna heter ${benches.join(', ')}.`)
  process.exit(what === 'help' ? 0 : 2)
}
await import(`./bench/${what}.mjs`)

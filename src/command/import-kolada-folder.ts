import { presentMoment } from '#http/clock'
import { importKolada } from '#indicators'

const reasons = { 'no-code': 'raden har ingen kod', 'no-title': 'raden har ingen rubrik', twice: 'koden står på en tidigare rad' } as const

/** Takes in Kolada's catalogue from a folder of its CSV files. */
export async function importKoladaFolder(folder: string): Promise<number> {
  const result = await importKolada(folder, presentMoment())
  if (!result.granted) {
    process.stderr.write(result.refusal.refused === 'file-missing' ? `Filen ${result.refusal.file} saknas i ${folder}.\n` : 'Katalogen är redan inläst.\n')
    return 1
  }
  const { kpis, municipalities, groups, rejected } = result.value
  for (const { line, reason } of rejected) process.stdout.write(`Rad ${line} läses inte in: ${reasons[reason]}.\n`)
  process.stdout.write(`${kpis} nyckeltal, ${municipalities} kommuner och regioner och ${groups} rader om jämförelsegrupper är inlästa. Källa: Kolada.\n`)
  return 0
}

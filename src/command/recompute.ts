import { type Recomputed, recomputeFigures } from '#analysis'
import { presentMoment } from '#http/clock'

const reasons = {
  'came-the-same-day': 'svar kom in samma dag, efter att det frystes',
  'erased-since': 'svar är borta sedan dess',
  'other-program': 'en senare version av programmet räknar på annat sätt',
  'votes-since': 'röster har ändrats, tagits tillbaka eller gallrats sedan dess',
  'not-kept': 'det som behövs för att räkna sparades inte när det frystes',
} as const

/** Counts every published figure again and says which are the same, which differ and why. Answers 1 when a difference has no reason. */
export async function recompute(): Promise<number> {
  const documents = await recomputeFigures(presentMoment())
  for (const document of documents) process.stdout.write(said(document))
  const unexplained = documents.flatMap(({ differing }) => differing).filter(({ why }) => why === undefined).length
  const same = documents.reduce((sum, document) => sum + document.same, 0)
  process.stdout.write(
    documents.length === 0
      ? 'Inget är fryst än, så det finns inget att räkna om.\n'
      : `${same} siffror i ${documents.length} handlingar är desamma. ${unexplained === 0 ? 'Ingen skillnad saknar förklaring.' : `${unexplained} skiljer sig utan förklaring.`}\n`,
  )
  return unexplained === 0 ? 0 : 1
}

const goings = { withdrawn: 'återtogs', changed: 'ändrades', thinned: 'gallrades' } as const

function said({ title, sha256, same, differing, erased }: Recomputed): string {
  const gone = erased.map(({ on, why }) => `svar ${goings[why]} ${on}`).join(', ')
  const lines = differing.map(({ what, frozen, now, why }) => {
    if (why === 'votes-since' || why === 'not-kept') return `  ${what}: går inte att räkna om, för ${reasons[why]}\n`
    const because = why ? `annat nu, för ${reasons[why]}` : 'SKILJER SIG UTAN FÖRKLARING'
    return `  ${what}: ${because}${why === 'erased-since' ? ` (${gone})` : ''}\n    fryst  ${frozen}\n    nu     ${now}\n`
  })
  return `${title} (${sha256.slice(0, 16)}): ${same} siffror desamma, ${differing.length} skiljer sig.\n${lines.join('')}`
}

import { publishFinding, reviewFinding, writeFinding } from '#analysis'
import { noonOf } from '#http/clock'
import { day } from '#kernel/day'
import { readGroups } from '#participation'
import type { Cast } from './cast.ts'
import { grantedOf } from './granted.ts'
import type { ToldStatement } from './voices.ts'

// What the matrix of the story says, in our words. Each number that is written stands among the figures, or is counted in the matrix beside them.
const findings = [
  {
    question: 'most-agreed',
    claim: 'Alla fem grupper är för naturen, gemenskapen och platser där unga kan vara. (Påhittat för demon.)',
    whoDisagrees:
      'Ingen grupp är emot något av de tre. Det är hur naturen ska brukas som skiljer oss åt. Om vindkraft har grupperna olika syn. Av medarbetarnas anteckningar om den är ungefär nio av tio för. Av de förtroendevalda som nämner den är en mindre del för.',
    notKnown:
      'Frågorna var öppna. Av invånarna nämner 8 procent naturen, 4 procent gemenskapen och 8 procent platser för unga. Vad de andra tycker om dem vet vi inte. Tre av grupperna räknas i anteckningar från samtal, och hur många vid bordet som höll med vet vi inte. De förtroendevaldas svar om gemenskapen är för få för att visas.',
    figures: ['natur', 'natur.invanare', 'gemenskap', 'gemenskap.invanare', 'moten-unga', 'moten-unga.invanare', 'vindkraft', 'vindkraft.medarbetare', 'vindkraft.fortroendevalda'],
    quotes: [
      'Skogen börjar där gatan slutar.',
      'Träden ska stå kvar, annars har ekorrarna ingenstans att bo.',
      'Bergsryggarna så som de är, utan fler torn på toppen.',
      'Ett ungdomens hus där man får bara vara, utan att prestera eller köpa något.',
      'Vi ställer upp innan någon hinner fråga.',
    ],
    by: ['analyst', 'coder', 'leader'],
  },
  {
    question: 'strongest-values',
    claim: 'Gemenskap och framtidstro är de värderingar som flest grupper är för. (Påhittat för demon.)',
    whoDisagrees:
      'Ingen grupp är emot. Barnens råd nämner inte framtidstron, så där är fyra grupper av fem för. Några barn berättar om när gemenskapen brister: dumma ord, och att inte få leka.',
    notKnown:
      'Vilka teman som är värderingar har vi själva valt: gemenskap, framtidstro, trygghet och inflytande. Insyn och inflytande har högt stöd, 98 procent i snitt, men bara tre grupper av fem är för. Där vet vi inte än. Trygghet talar bara några om. Alla texter är inte lästa.',
    figures: ['gemenskap', 'framtidstro', 'inflytande', 'trygghet'],
    quotes: ['Vi är få men alla behövs, så känns det faktiskt.', 'Att man får vara med när man frågar.', 'Dumma ord! Man blir ledsen flera dagar.'],
    by: ['coder', 'leader', 'analyst'],
  },
] as const

/** What was found in the matrix: one writes, a second person reviews and it is published, each on a day of its own. */
export async function find(cast: Cast, processId: string, themeIds: Record<string, string>, told: readonly ToldStatement[]): Promise<void> {
  const groups = new Map((await readGroups(processId)).map(({ key, id }) => [key, id]))
  const figureOf = (named: string) => {
    const [theme = '', group] = named.split('.')
    return [themeIds[theme], ...(group === undefined ? [] : [groups.get(group)])].join('.')
  }
  const statementOf = (text: string) => told.find(({ sentence }) => sentence.text === text)?.statementId ?? ''
  for (const { by, figures, quotes, ...words } of findings) {
    const [writer, reviewer, publisher] = by
    const wish = { ...words, processId, findingId: '', figures: figures.map(figureOf), statementIds: quotes.map(statementOf) }
    const { id: findingId, revision } = await grantedOf(writeFinding(cast[writer], wish, noonOf(day('2021-04-12'))))
    await grantedOf(reviewFinding(cast[reviewer], { findingId, revision, verdict: 'approved', reason: '' }, noonOf(day('2021-04-19'))))
    await grantedOf(publishFinding(cast[publisher], { findingId, revision }, noonOf(day('2021-04-26'))))
  }
}

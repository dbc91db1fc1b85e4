import type { Block, DocumentContent } from '#documents'
import { formatNumber } from '#ui/format'
import { waitingSentence } from './matrix-words.ts'
import type { MethodReading } from './read-method.ts'
import { testedText } from './round-words.ts'

/** The method appendix as a document that can be frozen. */
export function methodDocument(number: number, method: MethodReading, on: string): DocumentContent {
  return { title: 'Metodbilaga', subtitle: `Bilaga ${number}, ${on}`, blocks: methodBlocks(method), data: { number, ...method } }
}

const fewest = 5
const few = (value: number) => (value > 0 && value < fewest ? `färre än ${fewest}` : formatNumber(value))

/** How it was done, in the words that are frozen. */
export function methodBlocks(method: MethodReading): Block[] {
  const count = (value: number) => formatNumber(value)
  return [
    { heading: 'Underlaget' },
    {
      table: {
        caption: 'Dialoger som räknas, och vad som föll bort',
        head: ['Dialog', 'Svar och anteckningar', 'Yttranden', 'Kodade', 'Lagda åt sidan', 'Inte kodade', 'Återtagna svar', 'Gallrade svar'],
        rows: method.data.map((each) => [
          each.title,
          few(each.answers),
          ...[each.statements, each.coded, each.setAside, each.uncoded].map(count),
          ...[each.withdrawn, each.thinned].map(few),
        ]),
      },
    },
    {
      table: {
        caption: 'Kontrollsummor',
        head: ['Vad', 'Kontrollsumma'],
        rows: [...method.data.map(({ title, sha256 }) => [title, sha256]), ...(method.codebook ? [[`Kodbok, version ${method.codebook.number}`, method.codebook.sha256]] : [])],
      },
    },
    { text: 'Kontrollsumman för en dialog är SHA-256 över yttrandenas nummer och hur de är kodade. Den som har underlaget kan räkna ut den igen.' },
    ...(method.reasons.length === 0
      ? []
      : [
          { table: { caption: 'Varför yttranden lades åt sidan', head: ['Skäl', 'Yttranden'], rows: method.reasons.map(({ reason, statements }) => [reason, count(statements)]) } },
        ]),
    { heading: 'Kodningen' },
    {
      facts: [
        ['Personer som har kodat', count(method.coders)],
        ['Läst i klartext av', method.readers === 1 ? '1 person' : `${count(method.readers)} personer`],
        ['Kodbok', method.codebook ? `Version ${method.codebook.number}` : 'Ingen version är fryst'],
      ],
    },
    {
      table: {
        caption: 'Hur lika två kodare läste varje kod (Krippendorffs alfa)',
        head: ['Kod', 'Alfa', 'Önskat alfa'],
        rows: method.codes.map(({ name, agreement }) =>
          agreement
            ? [name, testedText(agreement), `${formatNumber(agreement.wanted, 3)}${agreement.isWeak && !agreement.isUnreckoned ? ', nås inte' : ''}`]
            : [name, 'inte prövat', ''],
        ),
      },
    },
    { heading: 'Räkningen' },
    {
      table: {
        caption: 'Grupperna och gränsen för vad som visas',
        head: ['Grupp', 'Räknas i', 'Svar eller anteckningar', 'Personer', 'Visas från'],
        rows: method.groups.map(({ name, unit, census, responses, persons, threshold }) => [
          census ? `${name} (alla tillfrågade)` : name,
          unit === 'persons' ? 'personer' : 'anteckningar',
          persons < threshold ? `färre än ${threshold}` : count(responses),
          persons < threshold ? `färre än ${threshold}` : count(persons),
          `${threshold} personer`,
        ]),
      },
    },
    ...method.groups.flatMap(({ name, unit, until }) => (until ? [{ text: waitingSentence({ name, unit, until }) }] : [])),
    {
      list: [
        'Varje grupp väger lika, stor som liten.',
        'Inga svar är vägda mot befolkningen i de siffror som publiceras.',
        'Den som inte nämner ett tema räknas inte som emot det.',
        'Stödet är krympt mot helheten. Intervallet är 90 procent.',
        'Ett tema är samsyn när det är troligt att alla grupper är för och minst två tredjedelar av grupperna är för.',
        'Dragningarna bakom läsningarna har ett fast frö, så att samma kodning alltid ger samma siffror.',
      ],
    },
    { facts: [['Programmets version', method.basis.program]] },
  ]
}

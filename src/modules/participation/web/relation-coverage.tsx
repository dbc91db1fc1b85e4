import { formatDay, formatNumber, formatShare } from '#ui/format'
import { Table } from '#ui/table'
import { figureWords } from '../figure-words.ts'
import type { RelationReading } from '../read-relation-coverage.ts'
import type { RelationCoverage as Covered } from '../rules/relation-coverage.ts'

/** Relation by relation, how many answers say it against its share of people. It stands by itself: relations overlap. */
export function RelationCoverage({ reading }: { reading: RelationReading }) {
  return (
    <section>
      <h2>Relation till kommunen</h2>
      {reading.why === null ? <Compared reading={reading} /> : <p>{whyNot[reading.why]}</p>}
    </section>
  )
}

const whyNot = {
  'not-asked': 'Enkäten har ingen bakgrundsfråga om relation till kommunen.',
  'not-in-table': 'Ingen befolkningstabell säger hur många som till exempel arbetar, studerar eller har fritidshus här. Lägg till det, så jämförs svaren.',
  'not-choices': 'Frågan om relation har inga svar att välja på, så de kan inte räknas i grupper.',
} as const

function Compared({ reading }: { reading: Extract<RelationReading, { why: null }> }) {
  const { answers, said, threshold, rows, whole, notOffered, source, countedOn } = reading
  const hidden = figureWords('sv').hidden
  return (
    <>
      <p>
        {said === null
          ? `Av ${formatNumber(answers)} svar säger färre än ${formatNumber(threshold)} vilken relation de har.`
          : `Av ${formatNumber(answers)} svar säger ${formatNumber(said)} vilken relation de har.`}{' '}
        En person kan ha flera relationer. Därför läggs de aldrig ihop, delas inte upp efter ålder, kön eller plats, och svaren viktas inte efter dem.
      </p>
      <Table
        cards
        caption="Relation: svar mot befolkningen"
        columns={[
          { title: 'Relation' },
          { title: 'Personer i tabellen', number: true },
          { title: 'Väntad andel', number: true },
          { title: 'Väntat antal', number: true },
          { title: 'Svar', number: true },
          { title: 'Andel av svaren', number: true },
        ]}
        rows={rows.map((row) => [
          row.label,
          row.people === null ? '–' : formatNumber(row.people),
          row.share === null ? '–' : formatShare(row.share),
          row.expected === null ? '–' : formatNumber(row.expected),
          row.answers === null ? hidden : formatNumber(row.answers),
          row.answers === null || said === null ? '–' : formatShare(row.answers / said),
        ])}
      />
      <p className="small soft">
        {wholeWords(whole)} Antal visas inte där färre än {formatNumber(threshold)} har relationen eller inte har den, för då kan man räkna ut vem. Om skillnaden kan vara slump
        prövas inte här.
      </p>
      {notOffered.length > 0 && <p>I tabellen finns {notOffered.join(', ')}, som inte går att välja i enkäten.</p>}
      <p>
        Relationer: {source}, {formatDay(countedOn)}.
      </p>
    </>
  )
}

function wholeWords(whole: Covered['whole']): string {
  if (whole === null) return 'Tabellen säger varken hur många som har någon relation eller hur många som bor här, så inget antal kan väntas.'
  const people = formatNumber(whole.people)
  return whole.of === 'any'
    ? `Väntad andel är av de ${people} som har någon relation enligt tabellen.`
    : `Tabellen säger inte hur många som har någon relation. Väntad andel är därför räknad mot de ${people} som bor här, och kan vara för hög.`
}

import { Facts } from '#ui/facts'
import { formatNumber } from '#ui/format'
import type { PopulationPreview as Preview } from '../add-population.ts'
import { sexWords } from '../coverage-words.ts'
import { sayShort } from '../rules/age-span.ts'
import type { Population } from '../rules/population.ts'

/** What was read in a table, before it is stored. */
export function PopulationPreview({ preview }: { preview: Preview }) {
  const { places, spans, sexes, total, relations, area, note, cells } = preview
  return (
    <section>
      <h3>Så läses tabellen</h3>
      <Facts
        facts={[
          ['Tal', formatNumber(cells + relations.length)],
          ...(cells === 0
            ? []
            : ([
                ['Platser', area === null ? places.join(', ') || 'ingen uppdelning' : `${area}, som hela området`],
                ['Åldrar', spans.map(sayShort).join(', ') || 'ingen uppdelning'],
                ['Kön', sexes.map((sex) => sexWords[sex]).join(', ') || 'ingen uppdelning'],
                ['Summa', totalWords(total)],
              ] as const)),
          ...(relations.length === 0 ? [] : ([['Relationer', relations.map(relationWords).join(', ')]] as const)),
        ]}
      />
      {note && <p className="small soft">Källan skriver: {note}</p>}
    </section>
  )
}

function relationWords({ relation, count }: Preview['relations'][number]): string {
  return `${relation ?? 'någon relation'} ${formatNumber(count)}`
}

/** The table's own total, and the sum of its parts where it is another: neither is corrected. */
export function totalWords({ own, sum }: Population['total']): string {
  if (own === null) return `${formatNumber(sum)} (delarna sammanlagda)`
  if (own === sum) return formatNumber(own)
  return `${formatNumber(own)} enligt tabellen. Delarna blir ${formatNumber(sum)}. Skillnaden kan vara källans skydd för enskilda personer, och rättas inte`
}

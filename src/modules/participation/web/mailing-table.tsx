import { formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import type { UnitMailing } from '../read-mailing.ts'

/** How far the letters have reached, unit by unit. */
export function MailingTable({ units, threshold }: { units: readonly UnitMailing[]; threshold: number }) {
  const shown = (count: number | null) => (count === null ? 'visas inte' : formatNumber(count))
  return (
    <>
      <Table
        cards
        caption="Hur långt breven har nått"
        columns={[
          { title: 'Enhet' },
          { title: 'Adresser', number: true },
          { title: 'Skickade', number: true },
          { title: 'Kom inte fram', number: true },
          { title: 'Påminda', number: true },
          { title: 'Använda koder', number: true },
        ]}
        rows={units.map(({ unit, addresses, mailed, returned, reminded, used }) => [
          unit,
          formatNumber(addresses),
          formatNumber(mailed),
          formatNumber(returned),
          shown(reminded),
          shown(used),
        ])}
      />
      <p className="soft">
        Tal visas inte där färre än {formatNumber(threshold)} har svarat eller har kvar att svara, för då kan man räkna ut vem. Vems brev som inte kom fram visas inte heller.
      </p>
    </>
  )
}

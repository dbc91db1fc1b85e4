import { Empty } from '#ui/empty'
import { formatInstant } from '#ui/format'
import { Table } from '#ui/table'

type Row = { readonly number: number; readonly decision: string; readonly reason: string; readonly madeAt: string; readonly sha256: string }

/** Protocols, the latest first, each with a link to its frozen document. */
export function ProtocolsTable({ caption, none, protocols }: { readonly caption: string; readonly none: string; readonly protocols: readonly Row[] }) {
  if (protocols.length === 0) return <Empty title={none} />
  return (
    <Table
      cards
      caption={caption}
      columns={[{ title: 'Protokoll' }, { title: 'När' }, { title: 'Beslut eller ärende' }, { title: 'Skäl' }]}
      rows={protocols.map(({ number, decision, reason, madeAt, sha256 }) => [
        <a key="document" href={`/handling/${sha256}`}>
          Protokoll {number}
        </a>,
        formatInstant(madeAt),
        decision,
        reason,
      ])}
    />
  )
}

import { Table } from '#ui/table'
import type { Block, DocumentContent } from './document-content.ts'

/** The words of a frozen document as HTML. Its data is for machines and is not shown. */
export function FrozenDocumentView({ content }: { content: Pick<DocumentContent, 'blocks'> }) {
  return (
    <div lang="sv">
      {content.blocks.map((block, index) => (
        <BlockView key={String(index)} block={block} />
      ))}
    </div>
  )
}

function BlockView({ block }: { block: Block }) {
  if ('heading' in block) return <h2>{block.heading}</h2>
  if ('text' in block) return <p>{block.text}</p>
  if ('list' in block)
    return (
      <ul>
        {block.list.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    )
  if ('facts' in block) return <dl className="facts">{block.facts.flatMap(([label, value]) => [<dt key={`${label}-name`}>{label}</dt>, <dd key={label}>{value}</dd>])}</dl>
  return <Table caption={block.table.caption} columns={block.table.head.map((title) => ({ title }))} rows={block.table.rows} />
}

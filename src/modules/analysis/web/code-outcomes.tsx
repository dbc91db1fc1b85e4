import { Table } from '#ui/table'
import { type CodeOutcome, codeOutcomeWords } from '../exchange-words.ts'
import { dimensionName } from '../rules/dimensions.ts'

export type CodeRow = { readonly name: string; readonly dimension: string; readonly outcome: CodeOutcome; readonly isForeign: boolean }

/** What becomes of each code of a file. */
export function CodeOutcomes({ codes }: { codes: readonly CodeRow[] }) {
  return (
    <Table
      caption="Koder i filen"
      columns={[{ title: 'Kod' }, { title: 'Dimension' }, { title: 'Vad som händer' }]}
      rows={codes.map(({ name, dimension, outcome, isForeign }) => [
        <bdi key="n">{name || 'Utan namn'}</bdi>,
        <bdi key="d">{dimensionName(dimension)}</bdi>,
        `${codeOutcomeWords[outcome]}${outcome === 'new' && isForeign ? '. Beskrivningen blir vad det är. När det används och inte används är inte sagt' : ''}`,
      ])}
    />
  )
}

import { Table } from '#ui/table'
import { type CodeOutcome, codeOutcomeWords } from '../exchange-words.ts'
import { dimensionName } from '../rules/dimensions.ts'

export type CodeRow = { readonly name: string; readonly dimension: string; readonly outcome: CodeOutcome; readonly isForeign: boolean; readonly tested: string | undefined }

/** What becomes of the codes of a file, but those that are here already, word for word. */
export function CodeOutcomes({ codes }: { codes: readonly CodeRow[] }) {
  const told = codes.filter(({ outcome }) => outcome !== 'there')
  if (told.length === 0) return null
  return (
    <Table
      cards
      caption="Koder i filen som inte redan finns så"
      columns={[{ title: 'Kod' }, { title: 'Dimension' }, { title: 'Vad som händer' }]}
      rows={told.map(({ name, dimension, outcome, isForeign, tested }) => [
        <bdi key="n">{name || 'Utan namn'}</bdi>,
        <bdi key="d">{dimensionName(dimension)}</bdi>,
        `${codeOutcomeWords[outcome]}${outcome === 'new' && isForeign ? '. Beskrivningen blir vad det är. När det används och inte används är inte sagt' : ''}${outcome === 'new' && tested ? `. Filen säger: ${tested.slice(0, 200)}. Det gäller svaren där och följer inte med` : ''}`,
      ])}
    />
  )
}

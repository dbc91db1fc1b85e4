import { SelectField, TextArea, TextField } from '#ui/field'
import { dimensionName, dimensions } from '../rules/dimensions.ts'

type Choosable = { readonly id: string; readonly name: string; readonly dimension: string }

/** The words of a theme. */
export function ThemeFields({ kept }: { kept: Readonly<Record<string, string | undefined>> }) {
  return (
    <>
      <TextField name="name" label="Temats namn" value={kept.name} />
      <TextArea name="definition" label="Vad temat är" value={kept.definition} rows={2} />
      <TextArea name="whenToUse" label="När det används" value={kept.whenToUse} rows={2} />
      <TextArea name="whenNot" label="När det inte används" value={kept.whenNot} rows={2} />
      <TextArea name="examples" label="Exempel (kan utelämnas)" hint="Meningar ni själva har skrivit, inte andras svar." value={kept.examples} rows={2} />
    </>
  )
}

/** Where a theme stands in the book. */
export function PlaceFields({ kept, themes }: { kept: Readonly<Record<string, string | null | undefined>>; themes: readonly Choosable[] }) {
  const own = [...new Set(themes.map(({ dimension }) => dimension))].filter((key) => !dimensions.some((dimension) => dimension.key === key))
  const choices = [...dimensions.map(({ key, name, question }) => ({ value: key, label: `${name}: ${question}` })), ...own.map((key) => ({ value: key, label: key }))]
  return (
    <>
      <SelectField name="dimension" label="Dimension" value={kept.dimension ?? 'tema'} choices={choices} />
      <TextField name="ownDimension" label="Eller en egen dimension (kan utelämnas)" value={kept.ownDimension ?? ''} short />
      <ThemeSelect name="parentId" label="Ligger under (kan utelämnas)" empty="Inget tema" value={kept.parentId ?? ''} themes={themes} />
    </>
  )
}

/** One theme out of the book. Its name comes first, so that it is found by typing its first letters. */
export function ThemeSelect({ name, label, empty, value, themes }: { name: string; label: string; empty: string; value?: string; themes: readonly Choosable[] }) {
  return (
    <SelectField
      name={name}
      label={label}
      value={value}
      empty={empty}
      choices={themes.map((theme) => ({ value: theme.id, label: `${theme.name} (${dimensionName(theme.dimension)})` }))}
    />
  )
}

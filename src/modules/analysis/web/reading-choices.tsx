import { CheckboxGroup, RadioGroup } from '#ui/field'
import { dimensionName } from '../rules/dimensions.ts'
import { stanceWords } from '../words.ts'

export type Offered = { readonly id: string; readonly name: string; readonly dimension: string; readonly depth: number; readonly isCodable: boolean }

/** The themes that a statement may be read as, dimension by dimension, and one stance for all that are chosen. */
export function ReadingChoices({ themes, chosen, stance, error }: { themes: readonly Offered[]; chosen: readonly string[]; stance: string; error?: string }) {
  const dimensions = [...Map.groupBy(themes, ({ dimension }) => dimension)]
  return (
    <>
      {dimensions.map(([dimension, some], at) => (
        <CheckboxGroup
          key={dimension}
          name="themeIds"
          label={dimensions.length === 1 ? 'Vad handlar det om?' : dimensionName(dimension)}
          choices={some.filter(({ isCodable }) => isCodable).map(({ id, name }) => ({ value: id, label: name }))}
          values={chosen}
          error={at === 0 ? error : undefined}
        />
      ))}
      <RadioGroup
        name="stance"
        label="Vad vill den som skrev?"
        choices={[...Object.entries(stanceWords).map(([value, label]) => ({ value, label })), { value: '', label: 'Nämner bara' }]}
        value={stance}
      />
    </>
  )
}

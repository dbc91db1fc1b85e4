import { CheckboxGroup, RadioGroup, SelectField } from '#ui/field'
import { dimensionName } from '../rules/dimensions.ts'
import { stanceWords } from '../words.ts'
import { onlyNames, ownStanceField } from './sent-readings.ts'

export type Offered = { readonly id: string; readonly name: string; readonly dimension: string; readonly depth: number; readonly isCodable: boolean }

/** What of a form says which stance each theme has that has another than the common one, by the name of its field. */
export type OwnStances = Readonly<Record<string, string>>
type Wishes = {
  readonly themes: readonly Offered[]
  readonly chosen: readonly string[]
  readonly stance: string
  readonly own: OwnStances
  /** Those that may have a stance of their own; all, when none are named. */
  readonly ownFor?: readonly string[]
  readonly error?: string
}

const stanceChoices = Object.entries(stanceWords).map(([value, label]) => ({ value, label }))

/** The themes that a statement may be read as, dimension by dimension, one stance for all that are chosen, and where one has another, that. */
export function ReadingChoices({ themes, chosen, stance, own, ownFor, error }: Wishes) {
  const codable = themes.filter(({ id, isCodable }) => isCodable && (ownFor?.includes(id) ?? true))
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
      <RadioGroup name="stance" label="Vad vill den som skrev?" choices={[...stanceChoices, { value: '', label: 'Nämner bara' }]} value={stance} />
      {codable.length > 1 && (
        <details open={codable.some(({ id }) => own[ownStanceField(id)])}>
          <summary>Olika hållning till olika teman</summary>
          <p className="hint">Gäller de teman du har kryssat i.</p>
          {codable.map(({ id, name }) => (
            <SelectField
              key={id}
              name={ownStanceField(id)}
              label={`Hållning till ${name}`}
              empty="Som ovan"
              choices={[...stanceChoices, { value: onlyNames, label: 'Nämner bara' }]}
              value={own[ownStanceField(id)] ?? ''}
            />
          ))}
        </details>
      )}
    </>
  )
}

import type { ReactNode } from 'react'
import { SelectField } from '#ui/field'
import { SquareMap } from '#ui/square-map'
import type { Language } from '../rules/in-language.ts'
import type { SquareMap as DrawnMap } from '../rules/question.ts'
import { words } from '../words.ts'

type Wishes = {
  readonly id: string
  readonly name: string
  readonly label: ReactNode
  readonly hint?: ReactNode
  readonly error?: string | undefined
  readonly chosen: readonly string[] | undefined
  readonly choices: readonly { readonly value: string; readonly label: string }[]
  readonly map: DrawnMap
  /** What was chosen on an older map. */
  readonly older?: { readonly value: string; readonly label: string } | undefined
  readonly language: Language
}

/** A place of the list, or a square of the map. The squares are a group of choices: arrows move in it, and each says its name and what it is near. */
export function PlaceField({ id, name, label, hint, error, chosen = [], choices, map, older, language }: Wishes) {
  const word = words(language)
  const square = map.squares.find(({ key }) => chosen.includes(key))?.key ?? older?.value ?? ''
  return (
    <fieldset className="field">
      <legend>{label}</legend>
      {hint && <p className="hint">{hint}</p>}
      <SelectField name={name} label={word.placeInList} error={error} value={chosen.find((key) => key !== square)} empty={word.choosePlace} choices={choices} />
      <p className="label" id={`${id}-karta`}>
        {word.orSquare}
      </p>
      <p className="hint" id={`${id}-kartan`}>
        {word.orSquareHow}
      </p>
      <div role="radiogroup" aria-labelledby={`${id}-karta`} aria-describedby={`${id}-kartan`}>
        <SquareMap map={map}>
          {({ key, name: called, near }) => <input type="radio" name={name} value={key} aria-label={word.squareNear(called, near)} defaultChecked={key === square} />}
        </SquareMap>
        {older && (
          <div className="choice">
            <input type="radio" id={`${id}-aldre`} name={name} value={older.value} defaultChecked={older.value === square} />
            <label htmlFor={`${id}-aldre`}>{older.label}</label>
          </div>
        )}
        <div className="choice">
          <input type="radio" id={`${id}-ingen`} name={name} value="" defaultChecked={square === ''} />
          <label htmlFor={`${id}-ingen`}>{word.noSquare}</label>
        </div>
      </div>
    </fieldset>
  )
}

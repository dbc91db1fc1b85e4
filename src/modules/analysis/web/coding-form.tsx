import { use } from 'react'
import { Button } from '#ui/button'
import { CheckboxGroup, Field, SelectField } from '#ui/field'
import { Form, FormScope } from '#ui/form'
import { formatCount, formatShare } from '#ui/format'
import type { DeskStatement } from '../read-coding-desk.ts'
import type { FilterReading } from '../read-desk-filter.ts'
import { stanceWords } from '../words.ts'
import { mostRows, shownText } from './sent-readings.ts'

type Wishes = {
  readonly statement: DeskStatement
  readonly themes: FilterReading['themes']
  readonly action: string
  readonly kept: Readonly<Record<string, string>>
  readonly alikeKept: readonly string[]
  /** The page begins in the first row, so that one statement after another is coded without the mouse. */
  readonly focused: boolean
}

const fewestRows = 3
const stanceChoices = [...Object.entries(stanceWords).map(([value, label]) => ({ value, label })), { value: '', label: 'Nämner bara' }]

/**
 * Themes, each with its stance. Proposals come first, unticked. Most statements have one theme: two steps from it, saving. What is wanted less often (more
 * themes, the words that carry them, statements like it) comes after.
 */
export function CodingForm({ statement, themes, action, kept, alikeKept, focused }: Wishes) {
  const { suggestions, codings, parts } = statement
  const proposed = Array.isArray(suggestions) ? suggestions : []
  const names = new Map(themes.flatMap(({ themes: under }) => under).map(({ id, name }) => [id, name]))
  const chosen = codings.filter(({ themeId }) => !proposed.some((each) => each.themeId === themeId))
  const rows = Math.min(mostRows - proposed.length, Math.max(fewestRows, chosen.length + 1))
  // Sent after the rows that are chosen from, so that what one begins in is the first.
  const proposalRow = (at: number) => mostRows - proposed.length + at + 1
  const isKept = kept.act === 'code'
  const free = statement.alike.filter(({ decided }) => !decided)
  const themeRow = (at: number) => {
    const [row, coding] = [at + 1, chosen[at]]
    return (
      <div className="desk-row" key={String(row)}>
        <ThemeField row={row} number={at + 1} themes={themes} value={isKept ? kept[`theme-${row}`] : coding?.themeId} focused={focused && at === 0} />
        <StanceField row={row} to={`tema ${at + 1}`} value={isKept ? kept[`stance-${row}`] : coding ? (coding.stance ?? '') : (statement.stance ?? '')} />
      </div>
    )
  }
  const spanRow = (at: number) => {
    const [row, coding] = [at + 1, chosen[at]]
    const from = parts.find((part) => part.from === coding?.spanFrom)
    const to = parts.find((part) => part.to === coding?.spanTo)
    const [keptFrom, keptTo] = [kept[`from-${row}`], kept[`to-${row}`]]
    return (
      <div className="desk-row" key={String(row)}>
        <PartField name={`from-${row}`} label={`Tema ${at + 1} bärs från`} parts={parts} value={isKept ? keptFrom : from && `${from.from}-${from.to}`} />
        <PartField name={`to-${row}`} label={`Tema ${at + 1} bärs till och med`} parts={parts} value={isKept ? keptTo : to && `${to.from}-${to.to}`} />
      </div>
    )
  }
  return (
    <Form act="code" action={action} hidden={{ statementId: statement.id, seen: statement.seen, shown: shownText(proposed) }}>
      {suggestions === 'blind' && <p className="soft">Förslagen är gömda för dig.</p>}
      {proposed.map(({ themeId, certainty, why, learntFrom }, at) => (
        <div className="desk-row" key={themeId}>
          <CheckboxGroup
            name={`theme-${proposalRow(at)}`}
            label={`Förslag ${at + 1}`}
            choices={[{ value: themeId, label: names.get(themeId) ?? 'Tema', hint: <Why certainty={certainty} words={why} /> }]}
            values={isKept ? [kept[`theme-${proposalRow(at)}`] ?? ''] : codings.map((coding) => coding.themeId)}
          />
          <StanceField row={proposalRow(at)} to={`förslag ${at + 1}`} value={isKept ? kept[`stance-${proposalRow(at)}`] : (statement.stance ?? '')} />
          {/* Of the form beside, so that Enter in this one saves. */}
          <div className="field">
            <button type="submit" form={refusalId(statement.id)} name="refused" value={shownText([{ themeId, certainty, learntFrom }])} className="quiet small">
              Förslag {at + 1} är fel
            </button>
          </div>
        </div>
      ))}
      {themeRow(0)}
      <Button>Spara och visa nästa</Button>
      <details open={free.length > 0 || chosen.length > 1 || codings.some(({ spanFrom }) => spanFrom !== null) || isKept}>
        <summary>
          {free.length > 0 ? `Fler teman, märkta ord och ${formatCount(free.length, 'yttrande', 'yttranden')} som säger nästan samma sak` : 'Fler teman och märkta ord'}
        </summary>
        {free.length > 0 && (
          <CheckboxGroup name="alike" label="Koda dem likadant" choices={free.map(({ id, text }) => ({ value: id, label: <bdi>{text}</bdi> }))} values={isKept ? alikeKept : []} />
        )}
        {Array.from({ length: rows - 1 }, (_, at) => themeRow(at + 1))}
        <p className="hint">Märk orden som bär ett tema. Utan märkning gäller temat hela texten.</p>
        {Array.from({ length: rows }, (_, at) => spanRow(at))}
        <Button quiet>Spara allt och visa nästa</Button>
      </details>
    </Form>
  )
}

/** How sure a suggestion is, and the words that counted, marked. */
export function Why({ certainty, words }: { certainty: number; words: readonly string[] }) {
  return (
    <>
      {formatShare(certainty)} säkert
      {words.length > 0 && ', på orden '}
      {words.map((word, at) => (
        <span key={word}>
          {at > 0 && ', '}
          <mark>{word}</mark>
        </span>
      ))}
    </>
  )
}

export const refusalId = (statementId: string) => `fel-${statementId}`

function ThemeField({ row, number, themes, value, focused }: { row: number; number: number; themes: FilterReading['themes']; value: string | undefined; focused: boolean }) {
  const name = `theme-${row}`
  const options = (under: FilterReading['themes'][number]['themes']) =>
    under.map((theme) => (
      <option key={theme.id} value={theme.id}>
        {theme.name}
      </option>
    ))
  return (
    <Field name={name} label={`Tema ${number}`}>
      {/* biome-ignore lint/a11y/noAutofocus: the desk, where the next statement is coded without the mouse */}
      <select id={`${use(FormScope)}${name}`} name={name} defaultValue={value ?? ''} autoFocus={focused}>
        <option value="">{number === 1 ? 'Välj tema' : 'Inget mer'}</option>
        {themes.length === 1
          ? options(themes[0]?.themes ?? [])
          : themes.map(({ heading, themes: under }) => (
              <optgroup key={heading} label={heading}>
                {options(under)}
              </optgroup>
            ))}
      </select>
    </Field>
  )
}

function StanceField({ row, to, value }: { row: number; to: string; value: string | undefined }) {
  return <SelectField name={`stance-${row}`} label={`Hållning till ${to}`} choices={stanceChoices} value={value ?? ''} />
}

/** A word or a sentence of the text to mark from or to. Its number can be typed. */
export function PartField({ name, label, parts, value }: { name: string; label: string; parts: DeskStatement['parts']; value?: string | undefined }) {
  const empty = name.startsWith('to') ? 'Samma ord' : 'Hela texten'
  return (
    <SelectField
      name={name}
      label={label}
      empty={empty}
      value={value}
      choices={parts.map(({ from, to, text }, at) => ({ value: `${from}-${to}`, label: `${at + 1} ${text.length > 60 ? `${text.slice(0, 60)}…` : text}` }))}
    />
  )
}

import { use } from 'react'
import { CheckboxGroup, RadioGroup, TextArea } from '#ui/field'
import { FormScope } from '#ui/form'
import { findingLabels } from '../finding-words.ts'
import { findingWords } from '../words.ts'

export type FindingChoices = {
  readonly figures: readonly { readonly theme: string; readonly reading: string; readonly choices: readonly { readonly value: string; readonly label: string }[] }[]
  readonly quotes: readonly { readonly value: string; readonly label: string }[]
  readonly sources: readonly { readonly value: string; readonly label: string }[]
}
type Given = {
  readonly choices: FindingChoices
  readonly kept: Record<string, string>
  readonly chosen: { readonly figures: readonly string[]; readonly statementIds: readonly string[]; readonly sourceIds: readonly string[] }
  readonly problemOf?: (name: string) => string | undefined
}

const questions = ['most-agreed', 'strongest-values', 'trust', 'unlike-others', 'take-further'] as const

/** What a finding says and rests on. Only numbers and quotes that may be shown can be chosen. */
export function FindingFields({ choices, kept, chosen, problemOf = () => undefined }: Given) {
  const words = findingWords('sv')
  const scope = use(FormScope)
  return (
    <>
      <RadioGroup
        name="question"
        label={findingLabels.question}
        choices={questions.map((value) => ({ value, label: words[value] }))}
        value={kept.question}
        error={problemOf('question')}
      />
      <TextArea name="claim" label={findingLabels.claim} hint="En mening som går att säga emot." value={kept.claim} rows={3} error={problemOf('claim')} />
      <fieldset className={problemOf('figures') ? 'field wrong' : 'field'} id={`${scope}figures`}>
        <legend>{findingLabels.figures}</legend>
        <p className="hint">Öppna ett tema och markera en eller flera.</p>
        {problemOf('figures') && <p className="error">{problemOf('figures')}</p>}
        {choices.figures.map(({ theme, reading, choices: cells }, at) => (
          <details key={theme} open={cells.some(({ value }) => chosen.figures.includes(value))}>
            <summary>
              {theme} <span className="soft">{reading}</span>
            </summary>
            <FormScope value={`${scope}${at}-`}>
              <CheckboxGroup name="figures" label={theme} choices={cells} values={chosen.figures} />
            </FormScope>
          </details>
        ))}
      </fieldset>
      {choices.quotes.length > 0 && (
        <CheckboxGroup name="statementIds" label="Vilka citat visar det?" choices={choices.quotes} values={chosen.statementIds} error={problemOf('statementIds')} />
      )}
      {choices.sources.length > 0 && (
        <CheckboxGroup name="sourceIds" label="Vad i omvärlden hör till?" choices={choices.sources} values={chosen.sourceIds} error={problemOf('sourceIds')} />
      )}
      <TextArea
        name="whoDisagrees"
        label={findingLabels.whoDisagrees}
        hint="Skriv det också när ingen säger emot."
        value={kept.whoDisagrees}
        rows={3}
        error={problemOf('whoDisagrees')}
      />
      <TextArea name="notKnown" label={findingLabels.notKnown} value={kept.notKnown} rows={3} error={problemOf('notKnown')} />
    </>
  )
}

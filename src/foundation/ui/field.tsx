import { type ReactNode, use } from 'react'
import { FormScope } from './form.tsx'

type Common = { readonly name: string; readonly label: ReactNode; readonly hint?: ReactNode; readonly error?: string; readonly value?: string }
type LineOfText = Common & {
  type?: 'text' | 'email' | 'number' | 'search'
  autoComplete?: string
  inputMode?: 'numeric' | 'decimal'
  maxLength?: number
  short?: boolean
  /** For what is written letter by letter, as a receipt code: the browser mends nothing. */
  exact?: boolean
  /** The page begins here: only where one comes to write the same form again and again. */
  focused?: boolean
}

/** One line of text. Label above, hint under it, the error above the field, and what was written is kept. */
export function TextField({ name, label, hint, error, value, type = 'text', autoComplete, inputMode, maxLength, short, exact, focused }: LineOfText) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <input
        type={type}
        {...useWiring({ name, hint, error })}
        dir={type === 'text' ? 'auto' : undefined}
        defaultValue={value}
        autoComplete={autoComplete ?? (exact ? 'off' : undefined)}
        inputMode={inputMode}
        maxLength={maxLength}
        className={short ? 'short' : undefined}
        step={type === 'number' ? 'any' : undefined}
        // biome-ignore lint/a11y/noAutofocus: asked for by the desk, where the next form is begun without the mouse
        autoFocus={focused}
        {...(exact && { autoCapitalize: 'none', spellCheck: false })}
      />
    </Field>
  )
}

/** One file. What was chosen can't be kept by the page, so a refusal asks for it again. */
export function FileField({ name, label, hint, error, accept }: Omit<Common, 'value'> & { accept: string }) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <input type="file" {...useWiring({ name, hint, error })} accept={accept} />
    </Field>
  )
}

/** Several lines of text. */
export function TextArea({ name, label, hint, error, value, rows = 4, maxLength }: Common & { rows?: number; maxLength?: number }) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <textarea {...useWiring({ name, hint, error })} dir="auto" rows={rows} defaultValue={value} maxLength={maxLength} />
    </Field>
  )
}

/** Several short answers to one question, one on each line; all are sent under the same name. */
export function LinesField({
  name,
  label,
  hint,
  error,
  values = [],
  rows = 3,
  line,
}: Omit<Common, 'value'> & { values?: readonly string[]; rows?: number; line: (row: number) => string }) {
  const id = useIdOf(name)
  const count = Math.max(rows, values.length)
  return (
    <fieldset className={error ? 'field lines wrong' : 'field lines'} aria-describedby={describedBy({ id, hint, error })}>
      <legend>{label}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {Array.from({ length: count }, (_, row) => (
        <input
          key={String(row)}
          type="text"
          dir="auto"
          id={row === 0 ? id : `${id}-${row}`}
          name={name}
          aria-label={line(row + 1)}
          aria-invalid={error && row === 0 ? true : undefined}
          defaultValue={values[row]}
        />
      ))}
    </fieldset>
  )
}

/** A day, in the browser's own way of choosing it; without one, written as 2026-11-23. */
export function DayField({ name, label, hint, error, value }: Common) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <input type="date" {...useWiring({ name, hint, error })} defaultValue={value} className="short" placeholder="2026-11-23" />
    </Field>
  )
}

/** One of several, in a list that opens. */
export function SelectField({ name, label, hint, error, value, choices, empty }: Common & { choices: readonly Choice[]; empty?: string }) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <select {...useWiring({ name, hint, error })} defaultValue={value}>
        {empty !== undefined && <option value="">{empty}</option>}
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </Field>
  )
}

export type Choice = { readonly value: string; readonly label: string; readonly hint?: ReactNode }
type Choices = Omit<Common, 'value'> & { readonly choices: readonly (Omit<Choice, 'label'> & { readonly label: ReactNode })[] }

// From here on they stand in columns where there is room, so that a whole codebook is seen at once.
const manyChoices = 8

/** One of a few, all visible. */
export function RadioGroup({ value, ...rest }: Choices & { value?: string }) {
  return <ChoiceGroup {...rest} values={value === undefined ? [] : [value]} />
}

/** Any of a few, all visible. */
export function CheckboxGroup(given: Choices & { values?: readonly string[] }) {
  return <ChoiceGroup {...given} many />
}

/** The frame of both. The id is that of the first choice, so that a link from the error summary lands where one can choose. */
export function ChoiceGroup({ name, label, hint, error, value, values, choices, many }: Choices & { many?: boolean; value?: string; values?: readonly string[] }) {
  const chosen = values ?? (value === undefined ? [] : [value])
  const id = useIdOf(name)
  return (
    <fieldset className={['field', error && 'wrong', choices.length > manyChoices && 'broad'].filter(Boolean).join(' ')} aria-describedby={describedBy({ id, hint, error })}>
      <legend>{label}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      <div className={choices.length > manyChoices ? 'choices many' : 'choices'}>
        {choices.map((choice, index) => (
          <Choosable key={choice.value} id={index === 0 ? id : `${id}-${index}`} hint={choice.hint} label={choice.label}>
            {(wiring) => <input {...wiring} type={many ? 'checkbox' : 'radio'} name={name} value={choice.value} defaultChecked={chosen.includes(choice.value)} />}
          </Choosable>
        ))}
      </div>
    </fieldset>
  )
}

/** One thing to agree to or not. */
export function CheckField({ name, label, hint, checked, value = 'ja' }: { name: string; label: ReactNode; hint?: ReactNode; checked?: boolean; value?: string }) {
  return (
    <Choosable id={`${useIdOf(name)}-${value}`} label={label} hint={hint}>
      {(wiring) => <input {...wiring} type="checkbox" name={name} value={value} defaultChecked={checked} />}
    </Choosable>
  )
}

function Choosable({
  id,
  label,
  hint,
  children,
}: {
  id: string
  label: ReactNode
  hint?: ReactNode
  children: (wiring: { id: string; 'aria-describedby'?: string }) => ReactNode
}) {
  return (
    <div className="choice">
      {children({ id, 'aria-describedby': hint ? `${id}-hint` : undefined })}
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  )
}

/** The frame of a field, for those that are drawn elsewhere. */
export function Field({ name, label, hint, error, children }: Omit<Common, 'value'> & { children: ReactNode }) {
  const id = useIdOf(name)
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

/** How a field is filled in and what is wrong with it, for the frames that are drawn elsewhere; `describedBy` ties them to the frame. */
export function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
  return (
    <>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && (
        <p className="error" id={`${id}-error`}>
          {error}
        </p>
      )}
    </>
  )
}

export function describedBy({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
}

function useIdOf(name: string): string {
  return `${use(FormScope)}${name}`
}

function useWiring({ name, hint, error }: { name: string; hint?: ReactNode; error?: string }) {
  const id = useIdOf(name)
  return { id, name, 'aria-describedby': describedBy({ id, hint, error }), 'aria-invalid': error ? (true as const) : undefined }
}

import { type ReactNode, use } from 'react'
import { FormScope } from './form.tsx'

type Common = { readonly name: string; readonly label: ReactNode; readonly hint?: ReactNode; readonly error?: string; readonly value?: string }

/** One line of text. Label above, hint under it, the error above the field, and what was written is kept. */
export function TextField({
  name,
  label,
  hint,
  error,
  value,
  type = 'text',
  autoComplete,
  maxLength,
  short,
}: Common & { type?: 'text' | 'email' | 'number'; autoComplete?: string; maxLength?: number; short?: boolean }) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <input
        type={type}
        {...useWiring({ name, hint, error })}
        defaultValue={value}
        autoComplete={autoComplete}
        maxLength={maxLength}
        className={short ? 'short' : undefined}
        step={type === 'number' ? 'any' : undefined}
      />
    </Field>
  )
}

/** Several lines of text. */
export function TextArea({ name, label, hint, error, value, rows = 4 }: Common & { rows?: number }) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <textarea {...useWiring({ name, hint, error })} rows={rows} defaultValue={value} />
    </Field>
  )
}

/** A day, in the browser's own way of choosing it; without one, written as 2026-11-23. */
export function DayField({ name, label, hint, error, value }: Common) {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      <input type="date" {...useWiring({ name, hint, error })} defaultValue={value} className="short" />
    </Field>
  )
}

export type Choice = { readonly value: string; readonly label: string }

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

/** One of a few, all visible; or, with `many`, any of them. */
export function ChoiceGroup({ name, label, hint, error, value, values, choices, many }: Common & { choices: readonly Choice[]; many?: boolean; values?: readonly string[] }) {
  const chosen = values ?? (value === undefined ? [] : [value])
  const id = `${use(FormScope)}${name}`
  return (
    <fieldset className={error ? 'field wrong' : 'field'} id={id} tabIndex={-1} aria-describedby={describedBy({ id, hint, error })}>
      <legend>{label}</legend>
      <HintAndError id={id} hint={hint} error={error} />
      {choices.map((choice, index) => (
        <div className="choice" key={choice.value}>
          <input type={many ? 'checkbox' : 'radio'} id={`${id}-${index}`} name={name} value={choice.value} defaultChecked={chosen.includes(choice.value)} />
          <label htmlFor={`${id}-${index}`}>{choice.label}</label>
        </div>
      ))}
    </fieldset>
  )
}

/** One thing to agree to or not. */
export function CheckField({ name, label, checked, value = 'ja' }: { name: string; label: ReactNode; checked?: boolean; value?: string }) {
  const id = `${use(FormScope)}${name}-${value}`
  return (
    <div className="choice">
      <input type="checkbox" id={id} name={name} value={value} defaultChecked={checked} />
      <label htmlFor={id}>{label}</label>
    </div>
  )
}

/** The frame of a field, for those that are drawn elsewhere. */
export function Field({ name, label, hint, error, children }: Omit<Common, 'value'> & { children: ReactNode }) {
  const id = `${use(FormScope)}${name}`
  return (
    <div className={error ? 'field wrong' : 'field'}>
      <label htmlFor={id}>{label}</label>
      <HintAndError id={id} hint={hint} error={error} />
      {children}
    </div>
  )
}

function HintAndError({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }) {
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

function describedBy({ id, hint, error }: { id: string; hint?: ReactNode; error?: string }): string | undefined {
  return [hint ? `${id}-hint` : '', error ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined
}

function useWiring({ name, hint, error }: { name: string; hint?: ReactNode; error?: string }) {
  const id = `${use(FormScope)}${name}`
  return { id, name, 'aria-describedby': describedBy({ id, hint, error }), 'aria-invalid': error ? (true as const) : undefined }
}

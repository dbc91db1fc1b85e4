import { createContext, type ReactNode } from 'react'

/** What the ids of a form's fields begin with, so that two forms on one page never share an id. */
export const FormScope = createContext('')

/** A plain form that works without script. Hidden fields say which act it is and on what. */
export function Form({
  act,
  hidden = {},
  action,
  children,
  className,
  id,
  upload,
}: {
  act?: string
  hidden?: Record<string, string>
  action?: string
  children: ReactNode
  className?: string
  id?: string
  /** Sends files too. */
  upload?: boolean
}) {
  return (
    <form method="post" action={action} encType={upload ? 'multipart/form-data' : undefined} noValidate className={className} id={id}>
      <FormScope value={scopeOf(act, hidden)}>{children}</FormScope>
      {act && <input type="hidden" name="act" value={act} />}
      {act && <input type="hidden" name="scope" value={scopeOf(act, hidden)} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </form>
  )
}

/** What the ids of a form begin with. It is sent along (`scope`), so that an error summary outside the form can reach the fields. */
export function scopeOf(act: string | undefined, hidden: Record<string, string> = {}): string {
  return act ? `${[act, ...Object.values(hidden)].join('-')}-` : ''
}

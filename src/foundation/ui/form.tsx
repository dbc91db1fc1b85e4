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
}: {
  act?: string
  hidden?: Record<string, string>
  action?: string
  children: ReactNode
  className?: string
}) {
  return (
    <form method="post" action={action} noValidate className={className}>
      <FormScope value={act ? `${[act, ...Object.values(hidden)].join('-')}-` : ''}>{children}</FormScope>
      {act && <input type="hidden" name="act" value={act} />}
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
    </form>
  )
}

/** The button says the act: *Skicka mina svar*, *Lås omgången*. */
export function Button({ children, quiet, small, name, value }: { children: ReactNode; quiet?: boolean; small?: boolean; name?: string; value?: string }) {
  const look = [quiet ? 'quiet' : '', small ? 'small' : ''].filter(Boolean).join(' ')
  return (
    <button type="submit" className={look || undefined} name={name} value={value}>
      {children}
    </button>
  )
}

import type { ReactNode } from 'react'

type Look = { readonly quiet?: boolean; readonly small?: boolean; readonly grave?: boolean }

/** The button says the act: *Skicka mina svar*, *Lås omgången*. `quiet` for the lesser act beside it, `grave` for what can't be undone. */
export function Button({ children, name, value, form, ...look }: Look & { children: ReactNode; name?: string; value?: string; form?: string }) {
  return (
    <button type="submit" className={lookOf(look) || undefined} name={name} value={value} form={form}>
      {children}
    </button>
  )
}

/** A link that begins something, drawn as a button. */
export function ButtonLink({ href, children, ...look }: Look & { href: string; children: ReactNode }) {
  return (
    <a className={['button', lookOf(look)].filter(Boolean).join(' ')} href={href}>
      {children}
    </a>
  )
}

/** Acts side by side: the one that matters most stands first. */
export function Acts({ children }: { children: ReactNode }) {
  return <div className="acts">{children}</div>
}

function lookOf({ quiet, small, grave }: Look): string {
  return [quiet && 'quiet', small && 'small', grave && 'grave'].filter(Boolean).join(' ')
}

import type { ReactNode } from 'react'

/** A short word about a thing. `asks` for what waits on somebody. */
export function Tag({ kind, children }: { kind?: 'asks'; children: ReactNode }) {
  return <span className={kind ? `tag ${kind}` : 'tag'}>{children}</span>
}

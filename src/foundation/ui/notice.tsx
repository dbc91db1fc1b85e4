import type { ReactNode } from 'react'

/** Something to know: done (`good`), worth a thought (`warn`), or plain. The mark beside it says the same as the colour. */
export function Notice({ kind, title, children }: { kind?: 'good' | 'warn'; title?: ReactNode; children?: ReactNode }) {
  return (
    <div className={kind ? `panel notice ${kind}` : 'panel notice'} role={kind === 'good' ? 'status' : undefined}>
      <Mark kind={kind} />
      {title && <h2>{title}</h2>}
      {children}
    </div>
  )
}

function Mark({ kind }: { kind: 'good' | 'warn' | undefined }) {
  return (
    <svg className="mark" width="24" height="24" viewBox="0 0 24 24" aria-hidden="true">
      {kind === 'warn' ? <path d="M12 2.5 22.5 21h-21z" /> : <circle cx="12" cy="12" r="10" />}
      {kind === 'good' && <path className="sign" d="m7 12.5 3.5 3.5L17 9" />}
      {kind === 'warn' && <path className="sign" d="M12 9.5v5m0 3v.1" />}
      {!kind && <path className="sign" d="M12 11v6m0-10v.1" />}
    </svg>
  )
}

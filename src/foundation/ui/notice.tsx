import type { ReactNode } from 'react'

/** Something to know: done (`good`), worth a thought (`warn`), or plain. */
export function Notice({ kind, children }: { kind?: 'good' | 'warn'; children: ReactNode }) {
  return (
    <div className={kind ? `panel ${kind}` : 'panel'} role={kind === 'good' ? 'status' : undefined}>
      {children}
    </div>
  )
}

/** An empty place teaches: what belongs here, who puts it here, and how to begin. */
export function Empty({ children }: { children: ReactNode }) {
  return <div className="panel empty">{children}</div>
}

/** A receipt code in big type, in groups. */
export function ReceiptCode({ code }: { code: string }) {
  return <p className="receipt">{code}</p>
}

export function Tag({ children }: { children: ReactNode }) {
  return <span className="tag">{children}</span>
}

/** Labels and values: number, source, period, n, how sure. */
export function Facts({ facts }: { facts: readonly (readonly [label: string, value: ReactNode])[] }) {
  return (
    <dl className="facts">
      {facts.map(([label, value]) => (
        <Fact key={label} label={label} value={value} />
      ))}
    </dl>
  )
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  return (
    <>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </>
  )
}

import type { ReactNode } from 'react'

/** Labels and values. */
export function Facts({ facts, small }: { facts: readonly (readonly [label: string, value: ReactNode])[]; small?: boolean }) {
  return (
    <dl className={small ? 'facts small' : 'facts'}>
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

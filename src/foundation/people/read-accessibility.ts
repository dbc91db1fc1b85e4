import * as store from './accessibility-store.server.ts'

export type AccessibilityFault = { readonly what: string; readonly whom: string; readonly reason: 'to-be-mended' | 'burdensome' | 'exempt'; readonly mendedOn: string | null }
/** What a person has stated of how accessible the service is. */
export type AccessibilityStatement = {
  readonly conformity: 'full' | 'partial' | 'none'
  readonly triedBy: string
  readonly triedOn: string
  readonly contact: string | null
  readonly faults: readonly AccessibilityFault[]
}

/** The statement that holds, with the instant it was made; nothing before any person has made one. Two statements. */
export async function readAccessibility(): Promise<(AccessibilityStatement & { readonly statedAt: string }) | undefined> {
  const found = await store.findStatement()
  if (!found) return undefined
  const { id, conformity, triedBy, triedOn, contact, statedAt } = found.statement
  const faults = (await store.listFaults(id)).map(({ what, whom, reason, mendedOn }) => ({ what, whom, reason, mendedOn }))
  return { conformity, triedBy, triedOn, contact, statedAt, faults }
}

/** Every statement that has been made, the latest first, with who made it. */
export async function readAccessibilityHistory() {
  return (await store.listStatements(50)).map(({ statement, statedBy }) => ({ id: statement.id, conformity: statement.conformity, statedAt: statement.statedAt, statedBy }))
}

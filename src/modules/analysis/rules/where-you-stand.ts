import type { Agreement, OpinionFindings } from './opinion-findings.ts'

export type Standing = {
  /** The group that the votes are most like; nothing when they are as like two of them, or say too little. */
  readonly nearest: string | undefined
  /** On how many of the statements where a group has a clear line somebody voted with it. */
  readonly groups: readonly { readonly key: string; readonly same: number; readonly of: number }[]
  /** The same of what all agree or disagree with. */
  readonly together: { readonly same: number; readonly of: number }
}

const fewestToSay = 5
const clearlyNearer = 0.1

/** Where somebody stands who has voted so, beside the groups as they were frozen: from what is published and their own votes, and nothing else. */
export function whereYouStand(votes: ReadonlyMap<number, number>, { groups, statements, together }: OpinionFindings): Standing {
  const beside = groups.map(({ key }, at) => {
    const lines = statements.flatMap(({ number, groups: agreements }) => {
      const [line, own] = [lineOf(agreements[at]), votes.get(number)]
      return line === undefined || own === undefined || own === 0 ? [] : [line === own]
    })
    return { key, same: lines.filter(Boolean).length, of: lines.length }
  })
  const shares = beside.map(({ key, same, of }) => ({ key, share: of < fewestToSay ? 0 : same / of })).sort((one, other) => other.share - one.share)
  const [first, second] = shares
  const of = together.filter(({ number }) => (votes.get(number) ?? 0) !== 0)
  return {
    groups: beside,
    nearest: first && first.share > 0.5 && first.share - (second?.share ?? 0) >= clearlyNearer ? first.key : undefined,
    together: { same: of.filter(({ number, direction }) => votes.get(number) === (direction === 'agree' ? 1 : -1)).length, of: of.length },
  }
}

function lineOf(agreement: Agreement | undefined): 1 | -1 | undefined {
  if (agreement?.kind !== 'band' || agreement.band === 'about-half') return undefined
  return agreement.band === 'most' || agreement.band === 'nearly-all' ? 1 : -1
}

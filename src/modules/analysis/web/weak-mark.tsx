import { Tag } from '#ui/tag'
import { capital, type Mark, testedSaid, weakSaid } from '../weak-words.ts'

/** Says of a theme that two coders read it unlike. */
export function WeakMark({ of }: { of: Mark }) {
  const said = weakSaid(of)
  return said ? <Tag kind="asks">{capital(said)}</Tag> : null
}

/** The same in the codebook, where one that was tested as something else than it is says so too. */
export function TestedMark({ of }: { of: Mark }) {
  const said = testedSaid(of)
  return said ? <Tag kind={of.isWeak ? 'asks' : undefined}>{capital(said)}</Tag> : null
}

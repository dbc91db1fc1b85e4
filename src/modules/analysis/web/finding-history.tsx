import { dayOf } from '#http/clock'
import { formatDay } from '#ui/format'

type Version = {
  readonly revision: number
  readonly claim: string
  readonly by: string
  readonly at: string
  readonly review: { readonly verdict: string; readonly reason: string | null; readonly by: string; readonly at: string } | undefined
}

/** Each version of a finding, who wrote it and what the second person said of it. */
export function FindingHistory({ history }: { history: readonly Version[] }) {
  return (
    <section>
      <h2>Historia</h2>
      <ol className="rows">
        {history.map(({ revision, claim, by, at, review }) => (
          <li key={revision}>
            <p>
              <strong>Version {revision}</strong>, {by} {formatDay(dayOf(at))}. {claim}
            </p>
            {review && (
              <p>
                {review.verdict === 'approved' ? 'Godkänd' : 'Tillbakaskickad'} av {review.by} {formatDay(dayOf(review.at))}. {review.reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  )
}

import { freezeDocument } from '#documents'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayDrawRound } from './access.ts'
import { roundIdForm } from './round-schema.ts'
import { alphaText, reachedText } from './round-words.ts'
import { agreementOf } from './rules/agreement.ts'
import * as store from './store.server.ts'

/** Ends a round and freezes how far the two read alike. Refuses `not-found`, `ended`, and `nothing-read-by-both`. */
export const endRound = command(mayDrawRound, roundIdForm, async ({ input: { roundId }, actor, now, record }) => {
  const round = await store.lockRound(roundId)
  if (!round) return refused({ refused: 'not-found' })
  if (round.endedAt !== null) return refused({ refused: 'ended' })
  const [drawn, agreement] = [await store.listRoundStatements(roundId), agreementOf(await store.listRoundReadings(roundId))]
  if (agreement.both === 0) return refused({ refused: 'nothing-read-by-both' })
  const names = new Map((await store.listThemeRows({ ids: agreement.themes.map(({ themeId }) => themeId) })).map(({ id, name }) => [id, name]))
  const named = agreement.themes.map((each) => ({ ...each, name: names.get(each.themeId) ?? '' }))
  const { number, seed, wanted } = round
  const content = {
    title: `Parkodning ${number}`,
    subtitle: 'Hur lika två kodare läste samma yttranden, var för sig',
    blocks: [
      {
        facts: [
          ['Dragna yttranden', String(drawn.length)],
          ['Lästa av båda', String(agreement.both)],
          ['Olika lästa', String(agreement.differing.length)],
          ['Krippendorffs alfa över alla koder', alphaText(agreement.overall)],
          ['Önskat alfa', wanted.toLocaleString('sv')],
        ] as [string, string][],
      },
      {
        table: {
          caption: 'Krippendorffs alfa för varje kod, med 95 procents intervall',
          head: ['Kod', 'Läsningar med koden', 'Alfa'],
          rows: named.map(({ name, used, alpha }) => [name, String(used), reachedText(alpha, wanted)]),
        },
      },
    ],
    data: {
      number,
      seed,
      wanted,
      drawn: drawn.length,
      both: agreement.both,
      differing: agreement.differing.length,
      overall: bare(agreement.overall),
      themes: agreement.themes.map(({ themeId, used, alpha }) => ({ themeId, used, ...bare(alpha) })),
    },
  }
  const document = await freezeDocument({ kind: 'coding-round', subject: { kind: 'process', id: round.processId, version: number }, content, now })
  await store.endRound(roundId, document.id, actor.person, now.at)
  await record('round-ended', { kind: 'round', id: roundId })
  return granted({ sha256: document.sha256 })
})

function bare({ alpha, low, high }: { alpha: number | undefined; low: number | undefined; high: number | undefined }) {
  return { alpha: alpha ?? null, low: low ?? null, high: high ?? null }
}

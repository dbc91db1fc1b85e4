import { granted, refused } from '#kernel/result'
import { readStatementsByIds } from '#participation'
import { command } from '#trail'
import { mayCodeStatement } from './access.ts'
import { answerSuggestions } from './answer-suggestions.ts'
import { codingForm } from './schema.ts'
import * as store from './store.server.ts'
import { takeTurn } from './take-turn.ts'

/**
 * Reads a statement as one or several themes, each with its stance and, where it is said, the part of the text that carries it. What was coded on it before,
 * or that it was set aside, is taken back, and stays readable. Of the statements like it, those that nobody has decided on are read in the same way, as wholes.
 * Refuses `not-found`, `stale` with what somebody did in between, `retired` for a theme that is no longer in use, and `span-outside` for a part that
 * isn't in the text. Answers with how many statements were coded.
 */
export const codeStatement = command(mayCodeStatement, codingForm, async ({ input, actor, now, record }) => {
  const { statementId, readings, shown } = input
  const alikeIds = [...new Set(input.alikeIds)].filter((id) => id !== statementId)
  const turn = await takeTurn(statementId, input.seen, alikeIds)
  if (turn.refusal) return refused(turn.refusal)
  const { statement, held, asides } = turn
  const [themes, alike] = [await store.listThemeRows({ ids: readings.map(({ themeId }) => themeId) }), await readStatementsByIds(alikeIds)]
  const usable = themes.filter(({ processId, isCodable }) => processId === statement.processId && isCodable)
  if (usable.length !== readings.length || alike.length !== alikeIds.length || alike.some(({ processId }) => processId !== statement.processId))
    return refused({ refused: 'not-found' })
  if (themes.some(({ retiredAt }) => retiredAt !== null)) return refused({ refused: 'retired' })
  if (readings.some(({ to }) => to !== null && to > statement.length)) return refused({ refused: 'span-outside' })
  const themeIds = readings.map(({ themeId }) => themeId)
  const suggestion = await answerSuggestions({ processId: statement.processId, statementId, themeIds, shown, person: actor.person, at: now.at })
  const decided = new Set([...(await store.listHeld(alikeIds)), ...(await store.listAsides(alikeIds))].map((each) => each.statementId))
  const free = alikeIds.filter((id) => !decided.has(id))
  await store.endCodings(
    held.map(({ id }) => id),
    actor.person,
    now.at,
  )
  for (const { id } of asides) await store.endAside(id, actor.person, now.at)
  const made = await store.putCodings(
    [statementId, ...free].flatMap((id) =>
      readings.map(({ themeId, stance, from, to }) => ({
        ...{ statementId: id, themeId, stance, codedBy: actor.person, codedAt: now.at, suggestion },
        ...(id === statementId && { spanFrom: from, spanTo: to }),
      })),
    ),
  )
  await store.putDeskAct({
    ...{ processId: statement.processId, statementId, kind: 'coded', madeCodings: made, endedCodings: held.map(({ id }) => id), endedAside: asides[0]?.id ?? null },
    ...{ doneBy: actor.person, doneAt: now.at },
  })
  await store.dropClaims([statementId, ...free], actor.person)
  for (const id of [statementId, ...free]) await record('statement-coded', { kind: 'statement', id })
  return granted({ coded: 1 + free.length })
})

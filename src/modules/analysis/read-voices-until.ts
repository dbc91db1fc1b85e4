import type { Day } from '#kernel/day'
import { readDataSets, readGroups, readVoices } from '#participation'

/** The day up to which a group is counted, by its key, where that is not the day of the rest. */
export type Until = ReadonlyMap<string, Day>

/** The groups of a process and what they have said, each group as it had answered on its own day. An answer has only its day, so all that came on the day itself is with it. */
export async function readVoicesUntil(processId: string, day: Day, until: Until) {
  const whole = await readGroups(processId, day)
  const held = new Map<Day, typeof whole>()
  for (const last of new Set(until.values())) held.set(last, await readGroups(processId, last))
  const groups = whole.map((group) => held.get(until.get(group.key) ?? day)?.find(({ id }) => id === group.id) ?? group)
  const dayOfGroup = new Map(groups.map(({ id, key }) => [id, until.get(key) ?? day]))
  const sets = await readDataSets(processId)
  const cameOn = new Map(sets.dialogues.flatMap(({ statements }) => statements.map(({ id, receivedOn }) => [id, receivedOn])))
  const said = (await readVoices(processId)).flatMap((voices) => {
    const last = dayOfGroup.get(voices.groupId) ?? day
    const statements = voices.statements.filter(([statementId]) => (cameOn.get(statementId) ?? '9999') <= last)
    return statements.length > 0 ? [{ ...voices, statements }] : []
  })
  return { groups, said }
}

import type { Day } from '#kernel/day'
import { listProcesses } from '#process'
import { readGroups } from '../read-groups.ts'
import { unitWords } from '../words.ts'

/** What a draft can be chosen to belong to: the steps and groups of the latest process. */
export async function draftChoices(on: Day) {
  const [process] = await listProcesses(on)
  const groups = process ? await readGroups(process.id) : []
  return {
    processId: process?.id ?? '',
    steps: process?.steps.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })) ?? [],
    groups: groups.map(({ id, name, unit }) => ({ value: id, label: `${name} (räknas i ${unitWords[unit]})` })),
  }
}

import type { Role } from '#kernel/actor'
import type { Moment } from '#kernel/moment'
import { listDialogues, readGroups } from '#participation'
import { readOrgans, readPeople, readPlaces, readSettingsHistory } from '#people'
import { listProcesses } from '#process'

export type FirstStep = {
  readonly key: 'name' | 'places' | 'organs' | 'leader' | 'process' | 'group' | 'survey' | 'open'
  readonly by: Role
  readonly done: boolean
  readonly optional?: boolean
  /** What the step is taken with, when it is there already. */
  readonly slug?: string
}

/** The way from an empty municipality to the first open survey, each step with who takes it; done is what there are rows of, never what somebody ticked. */
export async function readFirstSteps(now: Moment): Promise<FirstStep[]> {
  const on = now.day
  const [settings, places, organs, people] = [await readSettingsHistory(), await readPlaces(on), await readOrgans(), await readPeople(on)]
  const [[process], dialogues] = [await listProcesses(on), await listDialogues(now)]
  const groups = process ? await readGroups(process.id) : []
  const surveys = dialogues.filter(({ kind }) => kind === 'survey')
  const hasLeader = people.some(({ assignments }) => assignments.some(({ role }) => role === 'process-leader'))
  return [
    { key: 'name', by: 'administrator', done: settings.length > 0 },
    { key: 'places', by: 'administrator', done: places.length > 0, optional: true },
    // The first two came with the municipality.
    { key: 'organs', by: 'administrator', done: organs.length > 2, optional: true },
    { key: 'leader', by: 'administrator', done: hasLeader },
    { key: 'process', by: 'process-leader', done: process !== undefined },
    { key: 'group', by: 'process-leader', done: groups.length > 0 },
    { key: 'survey', by: 'process-leader', done: surveys.length > 0 },
    { key: 'open', by: 'process-leader', done: surveys.some(({ state }) => state !== 'draft'), slug: surveys.find(({ state }) => state === 'draft')?.slug },
  ]
}

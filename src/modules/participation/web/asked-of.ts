import type { Content } from '#kernel/content'
import type { Day } from '#kernel/day'
import { instantInSweden } from '#kernel/wall-clock'
import { type ProcessReading, readRelease } from '#process'
import type { DialogueReading } from '../read-dialogues.ts'
import { inLanguage, type Language, type Spoken } from '../rules/in-language.ts'
import { mayBeShown } from '../rules/threshold.ts'

// What the answers led to, step by step, and where it is read.
const outcomes = [
  { key: 'analysis', href: '/samsyn' },
  { key: 'proposal', href: '/visionen' },
  { key: 'followup', href: '/resultat' },
] as const

export type AskedView = {
  readonly slug: string
  readonly title: Spoken
  /** One can answer it here. */
  readonly isSurvey: boolean
  /** Only those who have been given a code. */
  readonly isForCodes: boolean
  readonly state: DialogueReading['state']
  readonly opensOn: Day
  readonly opensTime: string
  readonly closesOn: Day
  readonly closesTime: string
  readonly closedAt: string | null
  readonly group: string
  readonly unit: 'persons' | 'notes'
  /** How many answers or notes, once its step is published and if there are enough persons behind them. */
  readonly count: number | undefined
  readonly ledTo: readonly { readonly key: (typeof outcomes)[number]['key']; readonly href: string }[]
  readonly comesBy: Day | undefined
}

/** A dialogue as the public list shows it: who was asked, when, and what it led to as far as that is published. */
export function askedOf(dialogue: DialogueReading, processes: readonly ProcessReading[], language: Language, content?: Content): AskedView {
  const { slug, kind, isForCodes, state, opensOn, opensTime, closesOn, closesTime, closedAt, group, responses, persons } = dialogue
  const process = processes.find(({ id }) => id === dialogue.processId)
  const step = process?.steps.find(({ id }) => id === dialogue.stepId)
  const analysis = process && readRelease(process, 'analysis')
  const isPublished = state === 'closed' && step?.releasedAt !== undefined
  return {
    slug,
    title: inLanguage(language, dialogue.title, dialogue.titleEnglish, content),
    isSurvey: kind !== 'notes',
    isForCodes,
    state,
    ...{ opensOn, opensTime, closesOn, closesTime, closedAt },
    group: group.name,
    unit: group.unit,
    count: isPublished && mayBeShown(persons, group.threshold) ? responses : undefined,
    ledTo: process ? ledToOf(process, dialogue) : [],
    comesBy: analysis && !analysis.released ? analysis.expectedOn : undefined,
  }
}

type Asked = Pick<DialogueReading, 'closesOn' | 'closesTime' | 'closedAt'>

/** What the answers to a dialogue have led to so far: what was published before the last of them had come rests on others. */
export function ledToOf(process: ProcessReading, { closesOn, closesTime, closedAt }: Asked): AskedView['ledTo'] {
  const ended = closedAt ?? instantInSweden(closesOn, closesTime, 'last')
  return outcomes.filter(({ key }) => {
    const release = readRelease(process, key)
    return release.released && release.at >= ended
  })
}

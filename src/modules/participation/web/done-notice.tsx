import { Notice } from '#ui/notice'
import type { DialogueReading } from '../read-dialogues.ts'
import { doneWords } from '../words.ts'
import { dayAndClock } from './closing-time.ts'

export type Done = keyof typeof doneWords

/** What was done, from the address that the act led to; only where the dialogue still stands so. */
export function doneIn(url: string, { state }: Pick<DialogueReading, 'state'>): Done | undefined {
  const done = new URL(url).searchParams.get('gjort')
  if (done === 'texter') return state === 'draft' ? done : undefined
  if (done === 'stangd') return state === 'closed' ? done : undefined
  return (done === 'oppnad' || done === 'forlangd') && (state === 'open' || state === 'waiting') ? done : undefined
}

/** Says what happened, and what comes next. */
export function DoneNotice({ done, dialogue, address }: { done: Done; dialogue: DialogueReading; address: string }) {
  const { slug, kind, state, isForCodes, opensOn, opensTime } = dialogue
  return (
    <Notice kind="good" title={doneWords[done]}>
      {done === 'oppnad' && state === 'waiting' && <p>Den öppnar av sig själv {dayAndClock(opensOn, opensTime)}.</p>}
      {done === 'oppnad' && kind !== 'notes' && (
        <p>
          {isForCodes ? 'Dela ut koderna. Enkäten finns på' : 'Berätta var man svarar:'} {address}/delta/{slug}
        </p>
      )}
      {(done === 'forlangd' || done === 'stangd') && <p>Alla kan läsa skälet på den öppna sidan.</p>}
    </Notice>
  )
}

import { Worker } from 'node:worker_threads'
import { readMaterial, readMaterialVersion } from '#participation'
import { findWorker } from './find-worker.ts'
import { type PackedSuggestions, suggestionsAt } from './rules/packed-suggestions.ts'
import * as store from './store.server.ts'
import type { SuggestionMaterial, SuggestionMessage, SuggestionOrder } from './suggestion-worker.ts'

type Prepared = { readonly worker: Worker; readonly version: string; readonly numberOf: ReadonlyMap<string, number> }
/** The place of each statement among the suggestions. */
type Learnt = { readonly placeOf: ReadonlyMap<string, number>; readonly suggestions: PackedSuggestions; readonly learntFrom: number }
type Kept = {
  prepared?: Prepared | undefined
  /** What was learnt last, of every undecided statement. */
  learnt?: (Learnt & { readonly version: string; readonly isExact: boolean }) | undefined
  /** What has been learnt since then, of the statements that somebody is about to read. */
  soon?: Learnt | undefined
  renewing?: Promise<void> | undefined
  /** Until when nobody who only asks begins anew. */
  until?: number
}
export type SuggestionsOf = {
  readonly learntFrom: number
  readonly suggestions: readonly { readonly themeId: string; readonly certainty: number; readonly why: readonly string[] }[]
}

const kept = new Map<string, Kept>()

// Learning takes at most a fifth of the time, in a thread of its own: seldom more than a statement is coded before it has been learnt from.
const shareOfTime = 4

/** What is suggested for a statement by what was learnt last, at once; undefined until something is, and for what somebody has decided on. */
export function lastSuggestions(processId: string, statementId: string): SuggestionsOf | undefined {
  const own = kept.get(processId)
  return suggestionsOf(own?.soon, statementId) ?? suggestionsOf(own?.learnt, statementId)
}

/** Every statement that was undecided when it was learnt last, with what is suggested for it. */
export function allSuggestions(processId: string): (SuggestionsOf & { readonly statementId: string })[] {
  const learnt = kept.get(processId)?.learnt
  return [...(learnt?.placeOf.keys() ?? [])].flatMap((statementId) => ({ statementId, ...(suggestionsOf(learnt, statementId) as SuggestionsOf) }))
}

/**
 * Begins to learn anew in a thread beside, where anything has been coded, refused or changed since last; the next who asks gets what it leads to. What is said of
 * the statement that is read next, and of those after it, is said first. Learning that took long is not begun again at once: what a coder saves now may be learnt
 * from a while later.
 */
export function beginLearning(processId: string, next?: string): void {
  if (performance.now() >= (kept.get(processId)?.until ?? 0)) void renewSuggestions(processId, { next })
}

/** Waits until all that is coded now has been learnt from, and certainty tried on all of it. */
export async function learnNow(processId: string): Promise<void> {
  // What is under way may have begun before the last coding.
  while (kept.get(processId)?.renewing) await kept.get(processId)?.renewing
  await renewSuggestions(processId, { isExact: true })
}

function suggestionsOf(learnt: Learnt | undefined, statementId: string): SuggestionsOf | undefined {
  const place = learnt?.placeOf.get(statementId)
  if (!learnt || place === undefined) return undefined
  return { learntFrom: learnt.learntFrom, suggestions: suggestionsAt(learnt.suggestions, place).map(({ code, ...rest }) => ({ themeId: code, ...rest })) }
}

/** Learns anew beside what is going on, where anything has changed. One at a time for each process. */
function renewSuggestions(processId: string, wish: Wish): Promise<void> {
  const own = kept.get(processId) ?? {}
  kept.set(processId, own)
  const began = performance.now()
  own.renewing ??= renew(processId, own, wish)
    .catch(async (fault) => {
      // The database may be away, or the thread out of memory: whoever asks next begins anew.
      await own.prepared?.worker.terminate()
      Object.assign(own, { prepared: undefined, soon: undefined })
      console.error('Suggestions could not be learnt:', fault)
    })
    .finally(() => {
      const ended = performance.now()
      Object.assign(own, { renewing: undefined, until: ended + shareOfTime * (ended - began) })
    })
  return own.renewing
}

type Wish = { readonly isExact?: boolean; readonly next?: string | undefined }
// About as many as are read while the rest are reckoned, and a fiftieth of the work.
const mostSoon = 200

async function renew(processId: string, own: Kept, { isExact = false, next }: Wish): Promise<void> {
  const themes = (await store.listThemeRows({ processId })).filter(({ isCodable }) => isCodable)
  const version = JSON.stringify([await readMaterialVersion(), themes.map(({ id, revision }) => [id, revision])])
  const learnt = `${version} ${await store.codingVersion(processId)}`
  if (own.learnt?.version === learnt && (own.learnt.isExact || !isExact)) return
  if (own.prepared?.version !== version) {
    await own.prepared?.worker.terminate()
    Object.assign(own, { prepared: undefined, soon: undefined })
    const { statements } = await readMaterial(processId)
    if (themes.length === 0 || statements.length === 0) {
      own.learnt = undefined
      return
    }
    const codebook = themes.map(({ id, name, definition, whenToUse, examples }) => ({ code: id, name, description: [definition, whenToUse, examples].join(' ') }))
    const worker = new Worker(findWorker('suggestion-worker'), { workerData: { texts: statements.map(({ text }) => text), codebook } satisfies SuggestionMaterial, execArgv: [] })
    worker.unref()
    // A thread that dies between two orders must not take the server with it.
    worker.on('error', () => {
      own.prepared = undefined
    })
    own.prepared = { worker, version, numberOf: new Map(statements.map(({ id }, number) => [id, number])) }
  }
  const { worker, numberOf } = own.prepared as Prepared
  const codes = new Set(themes.map(({ id }) => id))
  const decided = await store.listDecided()
  const ids = [...numberOf.keys()].filter((id) => !decided.has(id))
  const first = next === undefined ? 0 : ids.indexOf(next)
  const soon = next === undefined || first < 0 ? [] : ids.slice(first, first + mostSoon)
  const order = {
    coded: byNumber(await store.listTaught(processId), numberOf, codes),
    refused: byNumber(await store.listRefused(processId), numberOf, codes),
    undecided: ids.map((id) => numberOf.get(id) as number),
    soon: soon.map((id) => numberOf.get(id) as number),
    isExact,
  }
  const all = await ordered(worker, order, (told) => {
    own.soon = learntOf(soon, told)
  })
  own.learnt = { ...learntOf(ids, all), version: learnt, isExact }
  own.soon = undefined
}

function learntOf(ids: readonly string[], { suggestions, learntFrom }: SuggestionMessage): Learnt {
  return { placeOf: new Map(ids.map((id, place) => [id, place])), suggestions, learntFrom }
}

function byNumber(rows: readonly { readonly statementId: string; readonly themeId: string }[], numberOf: ReadonlyMap<string, number>, codes: ReadonlySet<string>) {
  const found = new Map<number, string[]>()
  for (const { statementId, themeId } of rows) {
    const number = numberOf.get(statementId)
    if (number !== undefined && codes.has(themeId)) found.set(number, [...(found.get(number) ?? []), themeId])
  }
  return found
}

function ordered(worker: Worker, order: SuggestionOrder, onSoon: (told: SuggestionMessage) => void): Promise<SuggestionMessage> {
  return new Promise((done, fail) => {
    const ended = (code: number) => fail(new Error(`The suggesting ended with ${code}.`))
    const told = (message: SuggestionMessage) => {
      if (message.of === 'soon') return onSoon(message)
      worker.off('error', fail).off('exit', ended).off('message', told)
      done(message)
    }
    worker.once('error', fail).once('exit', ended).on('message', told)
    worker.postMessage(order)
  })
}

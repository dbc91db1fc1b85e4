import { Worker } from 'node:worker_threads'
import { readMaterial, readMaterialVersion } from '#participation'
import { findWorker } from './find-worker.ts'
import { type PackedSuggestions, suggestionsAt } from './rules/packed-suggestions.ts'
import * as store from './store.server.ts'
import type { SuggestionMaterial, SuggestionMessage, SuggestionOrder } from './suggestion-worker.ts'

type Prepared = { readonly worker: Worker; readonly version: string; readonly ids: readonly string[]; readonly numberOf: ReadonlyMap<string, number> }
type Piece = { readonly suggestions: PackedSuggestions; readonly learntFrom: number }
type Kept = {
  prepared?: Prepared | undefined
  /** What was suggested last for each undecided statement: a place in a piece. */
  readonly suggested: Map<string, { readonly piece: Piece; readonly place: number }>
  learnt?: { readonly version: string; readonly isExact: boolean } | undefined
  renewing?: Promise<void> | undefined
  /** Somebody asked since it was begun: which statements they want first. */
  asked?: Wanted | undefined
  /** Until when nobody who only asks begins anew. */
  until: number
}
type Wanted = () => Promise<readonly string[]>
export type SuggestionsOf = {
  readonly learntFrom: number
  readonly suggestions: readonly { readonly themeId: string; readonly certainty: number; readonly why: readonly string[] }[]
}

const kept = new Map<string, Kept>()

// What fails is not begun again at once.
const shareOfTime = 4

/** What is suggested for a statement by what was learnt last, at once; undefined until something is, and for what somebody has decided on. */
export function lastSuggestions(processId: string, statementId: string): SuggestionsOf | undefined {
  const found = kept.get(processId)?.suggested.get(statementId)
  return found && suggestionsOf(found.piece, found.place)
}

/** Every statement that was undecided when it was learnt last, with what is suggested for it. */
export function allSuggestions(processId: string): (SuggestionsOf & { readonly statementId: string })[] {
  return [...(kept.get(processId)?.suggested ?? [])].map(([statementId, { piece, place }]) => ({ statementId, ...suggestionsOf(piece, place) }))
}

/**
 * Begins to learn anew in a thread beside, where anything has been coded, refused or changed since last. The statements that are wanted first have what it leads to
 * at once, the others a while later; what is coded meanwhile is learnt from next.
 */
export function beginLearning(processId: string, wanted: Wanted = async () => []): void {
  const own = keptOf(processId)
  if (own.renewing) own.asked = wanted
  else if (performance.now() >= own.until) void renewSuggestions(processId, own, { wanted, isExact: false })
}

/** Waits until all that is coded now has been learnt from, for all statements, and certainty tried on all of it. */
export async function learnNow(processId: string): Promise<void> {
  const own = keptOf(processId)
  // What is under way may have begun before the last coding.
  while (own.renewing) await own.renewing
  await renewSuggestions(processId, own, { wanted: async () => [], isExact: true })
}

function keptOf(processId: string): Kept {
  const own = kept.get(processId) ?? { suggested: new Map(), until: 0 }
  kept.set(processId, own)
  return own
}

function suggestionsOf({ suggestions, learntFrom }: Piece, place: number): SuggestionsOf {
  return { learntFrom, suggestions: suggestionsAt(suggestions, place).map(({ code, ...rest }) => ({ themeId: code, ...rest })) }
}

type Wish = { readonly wanted: Wanted; readonly isExact: boolean }

/** Learns anew beside what is going on, where anything has changed. One at a time for each process. */
function renewSuggestions(processId: string, own: Kept, wish: Wish): Promise<void> {
  const began = performance.now()
  own.renewing = renew(processId, own, wish)
    .catch(async (fault) => {
      // The database may be away, or the thread out of memory: whoever asks a while later begins anew.
      await own.prepared?.worker.terminate()
      const ended = performance.now()
      Object.assign(own, { prepared: undefined, until: ended + shareOfTime * (ended - began) })
      console.error('Suggestions could not be learnt:', fault)
    })
    .finally(() => {
      const { asked } = own
      Object.assign(own, { renewing: undefined, asked: undefined })
      if (asked) beginLearning(processId, asked)
    })
  return own.renewing
}

async function renew(processId: string, own: Kept, { wanted, isExact }: Wish): Promise<void> {
  const themes = (await store.listThemeRows({ processId })).filter(({ isCodable }) => isCodable)
  const version = JSON.stringify([await readMaterialVersion(), themes.map(({ id, revision }) => [id, revision])])
  const learnt = `${version} ${await store.codingVersion(processId)}`
  if (own.learnt?.version === learnt && (own.learnt.isExact || !isExact)) return
  if (own.prepared?.version !== version) await prepare(processId, own, version, themes)
  if (!own.prepared) {
    own.suggested.clear()
    own.learnt = undefined
    return
  }
  const { ids, numberOf } = own.prepared
  const placeOf = new Map(themes.map(({ id }, place) => [id, place]))
  const pairs = (rows: readonly { readonly statementId: string; readonly themeId: string }[]) =>
    Uint32Array.from(
      rows.flatMap(({ statementId, themeId }) => {
        const [number, place] = [numberOf.get(statementId), placeOf.get(themeId)]
        return number === undefined || place === undefined ? [] : [number, place]
      }),
    )
  const decided = await store.listDecided()
  const isOpen = (id: string) => numberOf.has(id) && !decided.has(id)
  const numbers = (some: readonly string[]) => Uint32Array.from(some.filter(isOpen), (id) => numberOf.get(id) as number)
  const [coded, refused, first] = [pairs(await store.listTaught(processId)), pairs(await store.listRefused(processId)), numbers(await wanted())]
  await ordered(own, own.prepared, { coded, refused, undecided: numbers(ids), first, isExact }, isOpen)
  own.learnt = { version: learnt, isExact }
}

/** A thread that has read the statements and the codebook; none where there is nothing to read. */
async function prepare(processId: string, own: Kept, version: string, themes: Awaited<ReturnType<typeof store.listThemeRows>>): Promise<void> {
  await own.prepared?.worker.terminate()
  own.prepared = undefined
  const { statements } = await readMaterial(processId)
  if (themes.length === 0 || statements.length === 0) return
  const codebook = themes.map(({ id, name, definition, whenToUse, examples }) => ({ code: id, name, description: [definition, whenToUse, examples].join(' ') }))
  const worker = new Worker(findWorker('suggestion-worker'), { workerData: { texts: statements.map(({ text }) => text), codebook } satisfies SuggestionMaterial, execArgv: [] })
  worker.unref()
  const ids = statements.map(({ id }) => id)
  worker.on('message', ({ texts, suggestions, learntFrom }: SuggestionMessage) => {
    const piece = { suggestions, learntFrom }
    for (const [place, number] of texts.entries()) own.suggested.set(ids[number] as string, { piece, place })
  })
  // A thread that dies between two orders must not take the server with it, and what it had left to do is begun anew.
  worker.on('error', () => {
    Object.assign(own, { prepared: undefined, learnt: undefined })
  })
  own.prepared = { worker, version, ids, numberOf: new Map(ids.map((id, number) => [id, number])) }
}

/** Waits for the first that an order leads to, or for all of it where it must be exact. From then on only what was open then is suggested for. */
function ordered({ suggested }: Kept, { worker }: Prepared, order: SuggestionOrder, isOpen: (id: string) => boolean): Promise<void> {
  return new Promise((done, fail) => {
    const ended = (code: number) => fail(new Error(`The suggesting ended with ${code}.`))
    const heard = ({ part }: SuggestionMessage) => {
      if (part === 'first') for (const id of suggested.keys()) if (!isOpen(id)) suggested.delete(id)
      if (part !== (order.isExact ? 'last' : 'first')) return
      worker.off('error', fail).off('exit', ended).off('message', heard)
      done()
    }
    worker.once('error', fail).once('exit', ended).on('message', heard)
    worker.postMessage(order, [order.coded.buffer, order.refused.buffer, order.undecided.buffer, order.first.buffer])
  })
}

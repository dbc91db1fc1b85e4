import { Worker } from 'node:worker_threads'
import { expect, test } from 'vitest'
import { findWorker } from '../src/modules/analysis/find-worker.ts'
import { suggestionsAt } from '../src/modules/analysis/rules/packed-suggestions.ts'
import type { SuggestionMaterial, SuggestionMessage, SuggestionOrder } from '../src/modules/analysis/suggestion-worker.ts'

const texts = ['Fler bussar på kvällen', 'Bussen till Ljungaverk', 'Skogen är bäst', 'Vandra i skogen', 'En buss på söndagar', 'Skog och berg', 'Bussar som går', 'Stigen i skogen']
const codebook = [
  { code: 'buss', name: 'Buss', description: 'Kollektivtrafik' },
  { code: 'skog', name: 'Skog', description: 'Naturen' },
]

/** What a thread tells of one order, message by message. */
async function told(order: Partial<SuggestionOrder>): Promise<SuggestionMessage[]> {
  const worker = new Worker(findWorker('suggestion-worker'), { workerData: { texts, codebook } satisfies SuggestionMaterial, execArgv: [] })
  const messages: SuggestionMessage[] = []
  await new Promise<void>((done, fail) => {
    worker.once('error', fail)
    worker.on('message', (message: SuggestionMessage) => {
      messages.push(message)
      if (message.of === 'undecided') done()
    })
    worker.postMessage({
      ...{ coded: new Map(Object.entries({ 0: ['buss'], 2: ['skog'] }).map(([at, codes]) => [Number(at), codes])), refused: new Map(), undecided: [1, 3, 4, 5, 6, 7] },
      ...{ soon: [], isExact: false, ...order },
    } satisfies SuggestionOrder)
  })
  await worker.terminate()
  return messages
}

test('what is read next is told first, and told the same as with all', async () => {
  const [soon, all] = await told({ soon: [4, 5] })
  expect([soon?.of, all?.of]).toEqual(['soon', 'undecided'])
  expect(soon?.learntFrom).toBe(2)
  for (const place of [0, 1]) {
    const alone = suggestionsAt((soon as SuggestionMessage).suggestions, place)
    expect(alone).toEqual(suggestionsAt((all as SuggestionMessage).suggestions, place + 2))
    expect(alone[0]?.code).toBe(place === 0 ? 'buss' : 'skog')
  }
})

test('where nobody is about to read, all are told at once', async () => {
  expect((await told({})).map(({ of }) => of)).toEqual(['undecided'])
})

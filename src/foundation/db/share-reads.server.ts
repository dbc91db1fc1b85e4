import { standsInTransaction } from './database.server.ts'

type Reading<Value> = { running: Promise<Value>; next: Promise<Value> | undefined }

/**
 * A read that callers of the same moment share. Whoever asks while one is in flight waits for the next, which begins after they asked: so what
 * anybody gets is never older than their question, however many ask at once, and no change has to be told to anybody. What is given is shared: it
 * may not be changed. Inside a transaction everyone reads for themselves, because they must see what they have written.
 *
 * @example
 * const readNames = shareReads((kind: string) => store.listNames(kind))
 * await Promise.all(Array.from({ length: 64 }, () => readNames('organ'))) // two statements
 */
export function shareReads<Value>(read: (key: string) => Promise<Value>): (key: string) => Promise<Value> {
  const readings = new Map<string, Reading<Value>>()
  const begin = (key: string): Promise<Value> => {
    const running = read(key)
    const reading: Reading<Value> = { running, next: undefined }
    readings.set(key, reading)
    const end = () => {
      if (readings.get(key) === reading && !reading.next) readings.delete(key)
    }
    running.then(end, end)
    return running
  }
  return (key) => {
    if (standsInTransaction()) return read(key)
    const reading = readings.get(key)
    if (!reading) return begin(key)
    reading.next ??= reading.running.then(
      () => begin(key),
      () => begin(key),
    )
    return reading.next
  }
}

import type { Refused, Result } from '#kernel/result'

/** What an act of the story was granted. A refusal is a fault in the story, and is thrown with its words. */
export async function grantedOf<Value>(act: Promise<Result<Value, Refused>>): Promise<Value> {
  const result = await act
  if (!result.granted) throw new Error(`The story was refused: ${JSON.stringify(result.refusal)}`)
  return result.value
}

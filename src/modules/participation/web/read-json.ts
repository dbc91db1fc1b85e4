import { withoutMarks } from '#kernel/terms'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** What was sent as JSON in UTF-8, or nothing when it isn't. */
export async function readJson(request: Request): Promise<unknown> {
  try {
    // Invalid UTF-8 is refused, not mended.
    // What marks the municipality's words is ours alone; an escape can spell it, so it is taken from what was read.
    return JSON.parse(utf8.decode(await request.arrayBuffer()), (_, value) => (typeof value === 'string' ? withoutMarks(value) : value))
  } catch {
    return undefined
  }
}

import { z } from 'zod'
import { requiredText } from '#kernel/fields'

/** A theme that was found, with the numbers of the texts that it rests on. */
export type Found = { readonly name: string; readonly description: string; readonly words?: readonly string[]; readonly statements: readonly number[] }
export type Cited = {
  readonly proposals: readonly Found[]
  /** Cited statements that don't exist, and proposals that were left with none or were no proposals. */
  readonly droppedCitations: number
  readonly droppedProposals: number
}

const completion = z.object({ choices: z.array(z.object({ message: z.object({ content: z.string() }) })).min(1) })
const content = z.object({ themes: z.array(z.unknown()) })
const theme = z.object({ name: requiredText(80), description: requiredText(600), statements: z.array(z.unknown()) })
const mostThemes = 30

/**
 * Reads what a language model answered, as data and nothing else: themes that each cite statements by number, from 1 to `size`. Undefined when it is not that.
 *
 * @example
 * const answer = (themes) => JSON.stringify({ choices: [{ message: { content: JSON.stringify({ themes }) } }] })
 * readCited(answer([{ name: 'Buss', description: 'Bussar.', statements: [1, 9] }, { name: 'Skog', description: 'Skog.', statements: [] }]), 2)
 * // => { proposals: [{ name: 'Buss', description: 'Bussar.', statements: [0] }], droppedCitations: 1, droppedProposals: 1 }
 */
export function readCited(body: string, size: number): Cited | undefined {
  const answer = completion.safeParse(parsed(body))
  const said = answer.success ? content.safeParse(parsed((answer.data.choices[0]?.message.content ?? '').replace(/^\s*```(?:json)?|```\s*$/g, ''))) : undefined
  if (!said?.success) return undefined
  let [droppedCitations, droppedProposals] = [0, Math.max(0, said.data.themes.length - mostThemes)]
  const proposals = said.data.themes.slice(0, mostThemes).flatMap((each) => {
    const read = theme.safeParse(each)
    const cited = read.success ? read.data.statements : []
    const known = [...new Set(cited)].filter((number): number is number => Number.isInteger(number) && (number as number) >= 1 && (number as number) <= size)
    droppedCitations += new Set(cited).size - known.length
    if (read.success && known.length > 0) return [{ name: read.data.name, description: read.data.description, statements: known.map((number) => number - 1) }]
    droppedProposals++
    return []
  })
  return { proposals, droppedCitations, droppedProposals }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

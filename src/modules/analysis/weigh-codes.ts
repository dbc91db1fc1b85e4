import type { CodeOutcome } from './exchange-words.ts'
import type { FileCode } from './rules/exchange.ts'
import { themeForm } from './schema.ts'
import * as store from './store.server.ts'

export type WeighedCode = {
  readonly code: FileCode
  readonly outcome: CodeOutcome
  /** The theme that it is here; undefined for one that is new or not taken in. */
  readonly themeId: string | undefined
  readonly isCodable: boolean
}

type Theme = Awaited<ReturnType<typeof store.listThemeRows>>[number]

/**
 * What each code of a file is in the codebook of a process: a theme that is there, by its identity or by its name in the same place, a new one, or one that
 * can't be held, with why. One statement.
 */
export async function weighCodes(processId: string, codes: readonly FileCode[]): Promise<WeighedCode[]> {
  const book = await store.listThemeRows({ processId, alsoRetired: true })
  const weighed = new Map<string, WeighedCode>()
  return codes.map((code) => {
    const one = weigh(code, book, weighed, processId)
    if (!weighed.has(code.guid)) weighed.set(code.guid, one)
    return one
  })
}

function weigh(code: FileCode, book: readonly Theme[], before: ReadonlyMap<string, WeighedCode>, processId: string): WeighedCode {
  const is = (outcome: CodeOutcome, theme?: Theme): WeighedCode => ({ code, outcome, themeId: theme?.id, isCodable: theme?.isCodable ?? code.isCodable })
  const there = (theme: Theme) => is(saysTheSame(code, theme) ? 'there' : 'differs', theme)
  if (before.has(code.guid)) return is('no-identity')
  const same = book.find(({ id }) => id === code.guid)
  if (same) return same.retiredAt === null ? there(same) : is('retired')
  const parent = code.parent === null ? undefined : before.get(code.parent)
  if (code.parent !== null && (!parent || (parent.themeId === undefined && parent.outcome !== 'new'))) return is('parent-refused')
  if (parent === undefined || parent.themeId !== undefined) {
    const under = parent?.themeId ?? null
    const named = book.find((theme) => theme.retiredAt === null && theme.name === code.name && theme.parentId === under && (under !== null || theme.dimension === code.dimension))
    if (named) return there(named)
  }
  if (code.name === '') return is('no-name')
  const { slug: _, ...words } = code.words
  const read = themeForm.safeParse({ ...words, name: code.name, dimension: code.dimension, processId, id: code.guid, isCodable: code.isCodable })
  if (read.success) return is('new')
  return is(read.error.issues.some(({ path }) => path[0] === 'id') ? 'no-identity' : 'too-long')
}

/** Whether a theme has the words of the code. What was said elsewhere in one description is never another word. */
function saysTheSame({ name, isForeign, words }: FileCode, theme: Theme): boolean {
  if (isForeign) return true
  return name === theme.name && (['definition', 'whenToUse', 'whenNot', 'examples'] as const).every((key) => words[key] === theme[key])
}

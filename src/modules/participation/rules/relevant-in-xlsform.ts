import type { Condition, Question, ShowIf } from './question.ts'

/** What a name in a condition stands for: the question, and the key of a choice by its name. */
export type Named = { readonly question: Pick<Question, 'key' | 'kind' | 'form'>; choiceOf(name: string): string | undefined }
type Compared = { readonly is: 'compared'; readonly name: string; readonly by: string; readonly value: string; readonly isCount: boolean }
type Node =
  | Compared
  | { readonly is: 'and'; readonly of: readonly Node[] }
  | { readonly is: 'or'; readonly of: readonly Node[] }
  | { readonly is: 'not'; readonly of: Node }
  | { readonly is: 'group'; readonly of: Node }
  | { readonly is: 'selected'; readonly name: string; readonly value: string }

const [longest, deepest] = [2000, 20]
const sign = /\s*(?:\$\{([^{}\s]+)\}|'([^']*)'|"([^"]*)"|(-?\d+(?:\.\d+)?)|(count-selected|selected|and|or|not)\b|(!=|>=|<=|[=<>(),]))/y

/**
 * Reads the condition of an XLSForm (`relevant`) as one of ours: comparisons and `selected`, joined by `and` or by `or`. Nothing for one that says more
 * than ours can.
 */
export function readRelevant(written: string, named: (name: string) => Named | undefined): ShowIf | undefined {
  const tokens = tokensOf(written)
  const node = tokens && parse(tokens)
  if (!node) return undefined
  const alone = node.is === 'and' || (node.is === 'or' && node.of.some(({ is }) => is === 'group')) ? undefined : conditionOf(node, named)
  if (alone) return { match: 'all', conditions: [alone] }
  const either = eitherOf(node, named)
  if (either) return { match: 'any', conditions: either }
  const top = node.is === 'group' ? node.of : node
  if (top.is !== 'and' && top.is !== 'or') return undefined
  const conditions = top.of.flatMap((each) => conditionOf(each, named, answeredIn(top)) ?? [])
  return conditions.length === top.of.length ? { match: top.is === 'and' ? 'all' : 'any', conditions } : undefined
}

type Token = { readonly kind: 'name' | 'text' | 'word'; readonly text: string }

function tokensOf(written: string): Token[] | undefined {
  if (written.length > longest) return undefined
  const [text, tokens] = [written.trim(), [] as Token[]]
  sign.lastIndex = 0
  for (let at = 0; at < text.length; at = sign.lastIndex) {
    const found = sign.exec(text)
    if (!found) return undefined
    const [, name, single, double, number, word, mark] = found
    if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else if (word !== undefined || mark !== undefined) tokens.push({ kind: 'word', text: word ?? mark ?? '' })
    else tokens.push({ kind: 'text', text: single ?? double ?? number ?? '' })
  }
  return tokens
}

function parse(tokens: readonly Token[]): Node | undefined {
  let at = 0
  const isNext = (word: string) => tokens[at]?.kind === 'word' && tokens[at]?.text === word
  const take = (word: string) => isNext(word) && ++at > 0
  const taken = (kind: Token['kind']) => (tokens[at]?.kind === kind ? tokens[at++]?.text : undefined)
  const joined = (word: 'and' | 'or', one: (depth: number) => Node | undefined) => (depth: number) => {
    const of: Node[] = []
    do {
      const next = depth > deepest ? undefined : one(depth)
      if (!next) return undefined
      of.push(next)
    } while (take(word))
    return of.length === 1 ? of[0] : { is: word, of }
  }
  const within = (is: 'not' | 'group', depth: number): Node | undefined => {
    const of = take('(') ? whole(depth + 1) : undefined
    return of && take(')') ? { is, of } : undefined
  }
  const single = (depth: number): Node | undefined => {
    if (isNext('(')) return within('group', depth)
    if (take('not')) return within('not', depth)
    if (take('selected')) {
      const [name, value] = [take('(') ? taken('name') : undefined, take(',') ? taken('text') : undefined]
      return name !== undefined && value !== undefined && take(')') ? { is: 'selected', name, value } : undefined
    }
    const isCount = take('count-selected')
    const name = isCount && !take('(') ? undefined : taken('name')
    if (name === undefined || (isCount && !take(')'))) return undefined
    const by = taken('word')
    const value = by && /^(?:!=|>=|<=|[=<>])$/.test(by) ? taken('text') : undefined
    return by !== undefined && value !== undefined ? { is: 'compared', name, by, value, isCount } : undefined
  }
  const whole: (depth: number) => Node | undefined = joined('or', joined('and', single))
  const node = whole(0)
  return at === tokens.length ? node : undefined
}

/** At most so many chosen, none among them: nothing chosen is counted as none there, and is not at most anything in ours. */
function eitherOf(node: Node, named: (name: string) => Named | undefined): readonly Condition[] | undefined {
  const counted = node.is === 'group' ? node.of : node
  const on = counted.is === 'compared' && counted.isCount && counted.by.startsWith('<') ? named(counted.name) : undefined
  const most = on && counted.is === 'compared' ? bounded(counted, on, true) : undefined
  return on && most ? [{ question: on.question.key, is: 'not-answered' }, most] : undefined
}

/** The names that are said to be answered beside whatever else is said. */
function answeredIn(node: Node): ReadonlySet<string> {
  return new Set(node.is === 'and' ? node.of.flatMap((each) => (each.is === 'compared' && each.by === '!=' && each.value === '' && !each.isCount ? [each.name] : [])) : [])
}

function conditionOf(node: Node, named: (name: string) => Named | undefined, answered: ReadonlySet<string> = new Set()): Condition | undefined {
  if (node.is === 'group' || node.is === 'not') return node.is === 'not' ? opposite(conditionOf(node.of, named)) : conditionOf(node.of, named, answered)
  if (node.is === 'compared' || node.is === 'selected') return simpleOf(node, named(node.name), answered.has(node.name))
  const conditions = node.of.map((each) => conditionOf(each, named, answeredIn(node)))
  const [first, second] = conditions
  if (!first || !conditions.every((each) => each?.question === first.question)) return undefined
  // Nothing is at most anything in our conditions, so what is said besides is said already.
  if (node.is === 'and') return conditions.length === 2 && first.is === 'answered' && second?.is === 'at-most' ? second : undefined
  return conditions.every((each) => each?.is === 'one-of') ? { ...first, values: conditions.flatMap((each) => each?.values ?? []) } : undefined
}

function simpleOf(node: Compared | Extract<Node, { is: 'selected' }>, on: Named | undefined, isAnswered: boolean): Condition | undefined {
  if (!on) return undefined
  const { key: question, kind } = on.question
  const choice = on.choiceOf(node.value)
  if (node.is === 'selected') return choice === undefined ? undefined : { question, is: 'one-of', values: [choice] }
  const isEqual = node.by === '='
  if (!isEqual && node.by !== '!=') return bounded(node, on, isAnswered)
  if (node.value === '' && !node.isCount) return { question, is: isEqual ? 'not-answered' : 'answered' }
  if (node.isCount || kind === 'several' || choice === undefined) return undefined
  return { question, is: isEqual ? 'one-of' : 'not-one-of', values: [choice] }
}

function bounded(
  { by, value, isCount }: { readonly by: string; readonly value: string; readonly isCount: boolean },
  { question: { key: question, kind, form } }: Named,
  isAnswered: boolean,
): Condition | undefined {
  const number = Number(value)
  const isCounted = kind === 'several' ? isCount : !isCount && (kind === 'number' || kind === 'scale')
  if (!isCounted || value.trim() === '' || !Number.isFinite(number)) return undefined
  // Nothing chosen is counted as none there, and is not at most anything in ours.
  if (isCount && by.startsWith('<') && !isAnswered) return undefined
  // More than two is at least three, where only whole ones are counted.
  const isWhole = (kind !== 'number' || form.whole !== false) && Number.isInteger(number)
  if (by === '>=') return { question, is: 'at-least', value: number }
  if (by === '<=') return { question, is: 'at-most', value: number }
  if (!isWhole) return undefined
  return by === '>' ? { question, is: 'at-least', value: number + 1 } : { question, is: 'at-most', value: number - 1 }
}

const opposites: Partial<Record<Condition['is'], Condition['is']>> = { 'one-of': 'not-one-of', 'not-one-of': 'one-of', answered: 'not-answered', 'not-answered': 'answered' }

function opposite(condition: Condition | undefined): Condition | undefined {
  const is = condition && opposites[condition.is]
  return is && { ...condition, is }
}

import { isDay } from '#kernel/day'
import { findUnacceptableCharacters } from '#text'
import { checkLines, ideasOf, linesIn, longestLine } from './answer-lines.ts'
import { choiceKeys, dontKnow, isAsked, isOpen, type Question, type Value, type Values } from './question.ts'
import { questionsShown } from './show-question.ts'

/** What came in, by the key of the question: the fields of a form, or what an interface was sent. */
export type Given = Readonly<Record<string, GivenAnswer>>
export type GivenAnswer = {
  /** What was chosen or written, in order. */
  readonly texts: readonly string[]
  /** Of a matrix, by the key of the row; of a ranking, the rank by the key of the choice. */
  readonly byRow?: Readonly<Record<string, string>> | undefined
  /** "Annat, nämligen". */
  readonly other?: string | undefined
}
export type AnswerProblem =
  | 'required'
  | 'too-long'
  | 'unacceptable-characters'
  | 'too-many-lines'
  | 'no-such-choice'
  | 'only-one'
  | 'too-many'
  | 'too-few'
  | 'alone'
  | 'same-rank'
  | 'rank-gap'
  | 'not-a-number'
  | 'not-whole'
  | 'too-small'
  | 'too-large'
  | 'not-a-day'
  | 'too-early'
  | 'too-late'
export type Problem = { readonly key: string; readonly problem: AnswerProblem; readonly row?: string | undefined }
export type Idea = { readonly key: string; readonly text: string }
export type CheckedAnswers = {
  readonly values: Values
  /** Words of one's own, idea by idea. */
  readonly ideas: readonly Idea[]
  readonly problems: readonly Problem[]
  /** Questions that were answered but not asked of somebody who answers so. */
  readonly notAsked: readonly string[]
}
/** The keys of the places that can be chosen, asked for only where a place is. */
export type Places = ReadonlySet<string>

// A long text is one voice; what is longer is an attachment.
export const longestText = 5000

/**
 * Reads what came in against the questions: what is chosen, what is written, and what is wrong with it, question by question. Nothing that is wrong
 * is mended. Answers to questions that are not asked of this person are left out and named.
 */
export function checkAnswers(questions: readonly Question[], given: Given, places: Places): CheckedAnswers {
  const read = new Map(questions.filter(isAsked).map((question) => [question.key, readAnswer(question, given[question.key], places)]))
  const values = Object.fromEntries([...read].flatMap(([key, { value }]) => (value === undefined ? [] : [[key, value]])))
  const written = new Set([...read].filter(([, { ideas }]) => ideas.length > 0).map(([key]) => key))
  const asked = questionsShown(questions, { values, written })
  const keys = new Set(asked.map(({ key }) => key))
  const missing = asked.filter(({ key, required }) => required && values[key] === undefined && !written.has(key) && !read.get(key)?.problem)
  return {
    values: Object.fromEntries(Object.entries(values).filter(([key]) => keys.has(key))),
    ideas: asked.flatMap(({ key }) => (read.get(key)?.ideas ?? []).map((text) => ({ key, text }))),
    problems: [
      ...asked.flatMap(({ key }) => {
        const found = read.get(key)
        return found?.problem ? [{ key, problem: found.problem, row: found.row }] : []
      }),
      ...missing.map(({ key }) => ({ key, problem: 'required' as const })),
    ],
    notAsked: Object.keys(given).filter((key) => !keys.has(key) && (values[key] !== undefined || written.has(key) || read.get(key)?.problem !== undefined)),
  }
}

type Read = { readonly value?: Value | undefined; readonly ideas: readonly string[]; readonly problem?: AnswerProblem | undefined; readonly row?: string | undefined }
const nothing: Read = { ideas: [] }
const wrong = (problem: AnswerProblem, row?: string): Read => ({ ideas: [], problem, row })

function readAnswer(question: Question, answer: GivenAnswer = { texts: [] }, places: Places): Read {
  const { kind, form } = question
  if (isOpen(kind)) return readWords(question, answer.texts)
  if (kind === 'matrix') return readMatrix(question, answer.byRow ?? {})
  if (kind === 'ranking') return readRanking(question, answer)
  const texts = answer.texts.map((text) => text.trim()).filter((text) => text !== '')
  const other = readOther(form.other === true, answer.other)
  if (other.problem) return other
  if (texts.length === 0 && other.ideas.length === 0) return nothing
  if (kind === 'several') return readSeveral(question, texts, other.ideas)
  if (texts.length === 0) return { value: otherKey, ideas: other.ideas }
  if (texts.length > 1) return wrong('only-one')
  const [text = ''] = texts
  if (kind === 'number') return readNumber(question, text)
  if (kind === 'date') return readDate(question, text)
  if (kind === 'place') return places.has(text) || question.map?.squares.some(({ key }) => key === text) ? { value: text, ideas: [] } : wrong('no-such-choice')
  if (kind === 'scale') return choiceKeys(question).includes(text) ? { value: text === dontKnow ? dontKnow : Number(text), ideas: [] } : wrong('no-such-choice')
  if (text === otherKey && form.other) return { value: otherKey, ideas: other.ideas }
  return choiceKeys(question).includes(text) ? { value: text, ideas: [] } : wrong('no-such-choice')
}

/** The key of "annat" among the choices. */
export const otherKey = 'annat'

function readOther(isOffered: boolean, other = ''): Read {
  if (!isOffered || other.trim() === '') return nothing
  const lines = linesIn([other])
  if (findUnacceptableCharacters(lines.join(' ')).length > 0) return wrong('unacceptable-characters')
  // The field has one line: what came in several is one idea, or it would be another answer when it is changed.
  const idea = ideasOf(lines).join('; ')
  if (Math.max(other.trim().length, idea.length) > longestLine) return wrong('too-long')
  return { ideas: idea === '' ? [] : [idea] }
}

function readWords(question: Question, texts: readonly string[]): Read {
  const { kind, form, maxLines } = question
  if (kind === 'lines') {
    const [problem] = checkLines({ id: question.key, maxLines }, texts)
    if (problem) return wrong(problem.problem)
    const ideas = ideasOf(texts)
    return form.longest !== undefined && ideas.some((idea) => idea.length > (form.longest ?? 0)) ? wrong('too-long') : { ideas }
  }
  const text = texts.join('\n').trim()
  if (ideasOf([text]).length === 0) return nothing
  if (text.length > Math.min(form.longest ?? longestText, longestText)) return wrong('too-long')
  return findUnacceptableCharacters(text.replaceAll('\n', ' ')).length > 0 ? wrong('unacceptable-characters') : { ideas: [text] }
}

function readSeveral(question: Question, texts: readonly string[], others: readonly string[]): Read {
  const { form } = question
  const chosen = [...new Set(others.length > 0 ? [...texts, otherKey] : texts)]
  const offered = [...choiceKeys(question), ...(form.other ? [otherKey] : [])]
  if (!chosen.every((key) => offered.includes(key))) return wrong('no-such-choice')
  if (chosen.length > 1 && form.choices?.some(({ key, alone }) => alone && chosen.includes(key))) return wrong('alone')
  if (form.most !== undefined && chosen.length > form.most) return wrong('too-many')
  if (form.least !== undefined && chosen.length < form.least && !form.choices?.some(({ key, alone }) => alone && chosen.includes(key))) return wrong('too-few')
  // In the order they are offered: the order of the clicks is nobody's business.
  return { value: offered.filter((key) => chosen.includes(key)), ideas: others }
}

function readMatrix({ form, required }: Question, byRow: Readonly<Record<string, string>>): Read {
  const rows = (form.rows ?? []).map(({ key }) => key)
  const offered = [...(form.choices ?? []).map(({ key }) => key), dontKnow]
  const answered = Object.entries(byRow).filter(([, text]) => text !== '')
  for (const [row, text] of answered) if (!rows.includes(row) || !offered.includes(text)) return wrong('no-such-choice', rows.includes(row) ? row : undefined)
  if (answered.length === 0) return nothing
  const left = required ? rows.find((row) => !answered.some(([key]) => key === row)) : undefined
  if (left !== undefined) return wrong('required', left)
  return { value: Object.fromEntries(rows.flatMap((row) => answered.filter(([key]) => key === row))), ideas: [] }
}

function readRanking({ form }: Question, { texts, byRow }: GivenAnswer): Read {
  const offered = (form.choices ?? []).map(({ key }) => key)
  const ranks = byRow ? Object.entries(byRow).filter(([, rank]) => rank !== '') : texts.filter((text) => text !== '').map((key, index) => [key, String(index + 1)] as const)
  if (ranks.length === 0) return nothing
  if (!ranks.every(([key, rank]) => offered.includes(key) && /^\d{1,3}$/.test(rank))) return wrong('no-such-choice')
  const most = form.most ?? offered.length
  if (ranks.length > most) return wrong('too-many')
  const ordered = ranks.map(([key, rank]) => ({ key, rank: Number(rank) })).sort((a, b) => a.rank - b.rank)
  if (new Set(ordered.map(({ key }) => key)).size < ordered.length || ordered.some(({ rank }, index) => rank === ordered[index + 1]?.rank)) return wrong('same-rank')
  if (ordered.some(({ rank }, index) => rank !== index + 1)) return wrong('rank-gap')
  return { value: ordered.map(({ key }) => key), ideas: [] }
}

function readNumber({ form }: Question, text: string): Read {
  const plain = text
    .replaceAll(/[\s\u00a0\u202f]/g, '')
    .replace('\u2212', '-')
    .replace(',', '.')
  if (!/^-?\d{1,15}(\.\d{1,10})?$/.test(plain)) return wrong('not-a-number')
  const number = Number(plain)
  if (form.whole !== false && !Number.isInteger(number)) return wrong('not-whole')
  if (form.least !== undefined && number < form.least) return wrong('too-small')
  return form.most !== undefined && number > form.most ? wrong('too-large') : { value: number, ideas: [] }
}

function readDate({ form }: Question, text: string): Read {
  if (!isDay(text)) return wrong('not-a-day')
  if (form.earliest !== undefined && text < form.earliest) return wrong('too-early')
  return form.latest !== undefined && text > form.latest ? wrong('too-late') : { value: text, ideas: [] }
}

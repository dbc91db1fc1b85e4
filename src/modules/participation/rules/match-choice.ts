import { fold } from './answer-columns.ts'
import { otherKey } from './check-answers.ts'
import { choicesOffered, dontKnow, type Question, scaleSteps } from './question.ts'

/** Words of a file that somebody has said the choice of, folded. An empty choice is no answer. */
export type SaidWords = Readonly<Record<string, string>>

const others = new Set([otherKey, 'other'])
const unknown = new Set(['vet ej', 'vet inte', 'ingen uppfattning', 'ingen åsikt', 'don’t know', "don't know", dontKnow])
const yes = new Set(['ja', 'j', 'yes', 'y', 'true', 'sant', '1', 'x', 'vald', 'checked', 'selected'])
const no = new Set(['', 'nej', 'n', 'no', 'false', 'falskt', '0', 'ej vald', 'unchecked', 'not selected', 'n/a'])

/** The key of the choice that a word stands for: as somebody has said, else by its key or its words. Empty for a word that is no answer; nothing when nobody knows. */
export function choiceOf(word: string, question: Question, said: SaidWords = {}): string | undefined {
  const sought = fold(word)
  if (sought === '') return ''
  if (Object.hasOwn(said, sought)) return said[sought]
  if (question.kind === 'scale') {
    if (unknown.has(sought)) return dontKnow
    const { leastLabel, mostLabel, leastLabelEnglish, mostLabelEnglish } = question.form
    const [least, most] = [scaleSteps(question.form)[0], scaleSteps(question.form).at(-1)]
    if ([leastLabel, leastLabelEnglish].some((label) => label && fold(label) === sought)) return String(least)
    if ([mostLabel, mostLabelEnglish].some((label) => label && fold(label) === sought)) return String(most)
    const step = /^(-?\d{1,4})(?:[\s.,:=–-]\D*)?$/.exec(sought)?.[1]
    return step !== undefined && scaleSteps(question.form).includes(Number(step)) ? String(Number(step)) : undefined
  }
  const found = choicesOffered(question).find(({ key, label, labelEnglish }) => [key, label, labelEnglish ?? label].some((each) => fold(each) === sought))
  if (!found && question.form.other && others.has(sought)) return otherKey
  return found?.key ?? (question.kind === 'matrix' && unknown.has(sought) ? dontKnow : undefined)
}

/** The choices of several that stand in one cell, as Forms writes them (a;b;c;), one a line, or with commas where each is a choice. Semicolons inside a choice stay. */
export function wordsIn(cell: string, question: Question, said: SaidWords = {}): string[] {
  const whole = cell.trim()
  if (whole === '' || choiceOf(whole, question, said) !== undefined) return whole === '' ? [] : [whole]
  const pieces = whole.split(/[;\n]/)
  if (pieces.length > 1) return joined(pieces, question, said)
  const byComma = whole.split(/,\s*/)
  return byComma.every((piece) => choiceOf(piece, question, said) !== undefined) ? byComma : [whole]
}

// As many pieces as a choice can be broken into by its own semicolons.
const mostBroken = 6

function joined(pieces: readonly string[], question: Question, said: SaidWords): string[] {
  const words: string[] = []
  for (let at = 0; at < pieces.length; ) {
    const longest = Math.min(mostBroken, pieces.length - at)
    let taken = 1
    for (let length = longest; length > 1 && taken === 1; length--) if (choiceOf(pieces.slice(at, at + length).join(';'), question, said)) taken = length
    words.push(
      pieces
        .slice(at, at + taken)
        .join(';')
        .trim(),
    )
    at += taken
  }
  return words.filter((word) => word !== '')
}

/** Whether a choice with a column of its own was chosen: by yes or no, or by the words of the choice itself. Nothing when it is neither. */
export function isChosen(cell: string, labels: readonly string[]): boolean | undefined {
  const sought = fold(cell)
  if (no.has(sought)) return false
  return yes.has(sought) || labels.some((label) => fold(label) === sought) ? true : undefined
}

import { seededRandom } from '../../build/command/bench.js'

/** Texts of sixteen words out of the table, the same each time: words follow each other by chance, one in thirty-two is new or misspelt, so only their number and strangeness are like real ones. */
export function madeTexts({ forms, formCounts }, count) {
  const random = seededRandom(2026)
  const common = forms.filter((_, at) => formCounts[at] > 300)
  const anyOf = (words) => words[Math.floor(random() ** 2 * words.length)]
  const strange = () => {
    const word = anyOf(forms)
    const at = Math.floor(random() * word.length)
    return random() < 0.5 ? word.slice(0, at) + word.slice(at + 1) : word + anyOf(forms)
  }
  return Array.from({ length: count }, () => Array.from({ length: 16 }, () => (random() < 1 / 32 ? strange() : anyOf(common))).join(' '))
}

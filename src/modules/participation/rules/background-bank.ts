import type { QuestionInput } from '../question-schema.ts'
import type { Background } from './question.ts'

const choice = (key: string, label: string, labelEnglish: string) => ({ key, label, labelEnglish })
const preferNotToSay = choice('vill-ej-ange', 'Vill ej ange', 'Prefer not to say')

/**
 * Background questions with fixed keys, so that every survey asks alike and its answers can be held against the population. Nobody must answer them.
 * The spans of age are those that statistics of the population can be added up to. A place has its choices from whoever asks.
 */
export const backgroundBank = {
  age: {
    key: 'alder',
    kind: 'one',
    background: 'age',
    wording: 'Hur gammal är du?',
    wordingEnglish: 'How old are you?',
    form: {
      choices: [
        choice('under-16', 'Under 16 år', 'Under 16'),
        choice('16-24', '16–24 år', '16–24'),
        choice('25-44', '25–44 år', '25–44'),
        choice('45-64', '45–64 år', '45–64'),
        choice('65-79', '65–79 år', '65–79'),
        choice('80-plus', '80 år eller äldre', '80 or older'),
        preferNotToSay,
      ],
    },
  },
  place: { key: 'plats', kind: 'place', background: 'place', wording: 'Var bor du?', wordingEnglish: 'Where do you live?', form: { choices: [] } },
  relation: {
    key: 'relation',
    kind: 'several',
    background: 'relation',
    wording: 'Vilken är din relation till kommunen?',
    wordingEnglish: 'What is your relation to the municipality?',
    form: {
      choices: [
        choice('bor', 'Jag bor här', 'I live here'),
        choice('arbetar', 'Jag arbetar här', 'I work here'),
        choice('studerar', 'Jag studerar här', 'I study here'),
        choice('foretag', 'Jag driver företag här', 'I run a business here'),
        choice('fritidshus', 'Jag har fritidshus här', 'I have a holiday home here'),
        choice('besoker', 'Jag besöker kommunen', 'I visit the municipality'),
        { ...preferNotToSay, alone: true },
      ],
    },
  },
  gender: {
    key: 'kon',
    kind: 'one',
    background: 'gender',
    wording: 'Vilket kön har du?',
    wordingEnglish: 'What is your gender?',
    form: { choices: [choice('kvinna', 'Kvinna', 'Woman'), choice('man', 'Man', 'Man'), choice('annat-kon', 'Annat', 'Other'), preferNotToSay] },
  },
} satisfies Record<Background, QuestionInput>

import { questionKindWords } from '../builder-words.ts'
import type { QuestionForm, QuestionKind } from '../rules/question.ts'
import type { SurveyQuestion } from '../rules/spoken-question.ts'
import { QuestionField } from './question-field.tsx'

const say = (text: string) => ({ text, lang: 'sv' }) as const
const list = (...labels: string[]) => labels.map((label, index) => ({ key: String(index), label: say(label) }))
const drawing = '/exempelbild.svg'

const examples: Record<QuestionKind, { readonly wording: string; readonly form?: QuestionForm; readonly more?: Partial<SurveyQuestion> }> = {
  lines: { wording: 'Vad är bra här?' },
  text: { wording: 'Berätta om en plats som du tycker om' },
  one: { wording: 'Bor du här?', more: { choices: list('Ja', 'Nej') } },
  several: { wording: 'Hur tar du dig till jobbet?', more: { choices: list('Buss', 'Cykel', 'Bil') } },
  scale: { wording: 'Hur trivs du?', form: { least: 1, most: 3 }, more: { ends: [say('inte alls'), say('mycket')] } },
  matrix: { wording: 'Hur är det med det här?', more: { choices: list('Bra', 'Dåligt'), rows: list('Skolan', 'Vägarna') } },
  ranking: { wording: 'Vad är viktigast?', more: { choices: list('Natur', 'Jobb') } },
  number: { wording: 'Hur långt har du till bussen?', more: { unit: say('minuter') } },
  date: { wording: 'När flyttade du hit?' },
  place: { wording: 'Var bor du?', more: { choices: list('Norra delen', 'Södra delen') } },
  picture: { wording: 'Vilket torg vill du ha?', more: { choices: list('Med träd', 'Med bänkar').map((each) => ({ ...each, picture: drawing })) } },
  information: { wording: 'Nu kommer frågor om skolan', more: { hint: say('Svara som du tycker, även om du inte har barn.') } },
}

/** Every kind of question: what it is called, when it is used, and how a resident meets it. The example can be seen but not filled in. */
export function KindExamples({ kinds, hrefOf }: { kinds: readonly QuestionKind[]; hrefOf: (kind: QuestionKind) => string }) {
  return (
    <ul className="cards">
      {kinds.map((kind) => (
        <li key={kind}>
          <h2>
            <a href={hrefOf(kind)}>{questionKindWords[kind][0]}</a>
          </h2>
          <p>{questionKindWords[kind][1]}</p>
          <div className="example" inert>
            <QuestionField question={exampleOf(kind)} written={{}} language="sv" />
          </div>
        </li>
      ))}
    </ul>
  )
}

function exampleOf(kind: QuestionKind): SurveyQuestion {
  const { wording, form = {}, more } = examples[kind]
  const plain = {
    required: false,
    maxLines: 2,
    showIf: null,
    hint: undefined,
    sectionHeading: null,
    background: null,
    choices: [],
    rows: [],
    ends: [undefined, undefined],
    unit: undefined,
  } as const
  return { ...plain, id: `exempel-${kind}`, key: kind, kind, form, wording: say(wording), ...more }
}

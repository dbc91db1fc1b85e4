import type { Language } from '../rules/in-language.ts'
import type { SurveyQuestion } from '../rules/spoken-question.ts'
import { surveyScriptWords } from '../survey-script-words.ts'

type Wishes = {
  readonly slug: string
  readonly questions: readonly SurveyQuestion[]
  /** The page is the server's answer to something that was sent. */
  readonly isAnswer: boolean
  /** A begun answer is kept, so what is changed in it can be saved. */
  readonly isBegun: boolean
  readonly language: Language
  readonly nonce: string
}

/** The one small script of the survey, with its words and a place to say them; nothing is seen of it before it has something to say. */
export function SurveyScript({ slug, questions, isAnswer, isBegun, language, nonce }: Wishes) {
  return (
    <div
      className="panel"
      hidden
      data-survey={slug}
      data-answered={isAnswer ? '' : undefined}
      data-begun={isBegun ? '' : undefined}
      data-words={JSON.stringify(surveyScriptWords(language))}
      data-limits={JSON.stringify(limitsOf(questions))}
    >
      <div role="status" />
      <script src="/svar.js" nonce={nonce} defer />
    </div>
  )
}

function limitsOf(questions: readonly SurveyQuestion[]): Record<string, { longest?: number; longestLine?: number; most?: number }> {
  const texts = questions.filter(({ kind }) => kind === 'text').map(({ id, form }) => [id, { longest: form.longest ?? 5000 }] as const)
  const lines = questions.flatMap(({ id, kind, form: { longest } }) => (kind === 'lines' && longest !== undefined ? [[id, { longestLine: longest }] as const] : []))
  const several = questions.flatMap(({ id, kind, form: { most } }) => (kind === 'several' && most !== undefined ? [[id, { most }] as const] : []))
  return Object.fromEntries([...texts, ...lines, ...several])
}

import type { SaidAnswer } from '../say-answer.ts'
import { InLanguage } from './question-field.tsx'

/** One's own answer, question by question, in the words it was given in. */
export function AnsweredQuestions({ said }: { said: readonly SaidAnswer[] }) {
  return said.map(({ questionId, question, chosen, written }) => (
    <section key={questionId}>
      <h3>
        <InLanguage spoken={question} />
      </h3>
      <ul>
        {chosen.map((each) => (
          <li key={each.text}>
            <InLanguage spoken={each} />
          </li>
        ))}
        {written.map((text, index) => (
          <li key={String(index)}>
            <bdi>{text}</bdi>
          </li>
        ))}
      </ul>
    </section>
  ))
}

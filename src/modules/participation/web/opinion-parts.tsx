import type { Content } from '#kernel/content'
import { Acts, Button } from '#ui/button'
import { Form } from '#ui/form'
import { formatNumber } from '#ui/format'
import { opinionWords } from '../opinion-words.ts'
import type { OpinionStatement, WithdrawnStatement } from '../read-opinion-board.ts'
import { inLanguage, type Language, type Spoken } from '../rules/in-language.ts'
import { directionOf, InLanguage } from './question-field.tsx'

export type StatementView = {
  readonly number: number
  readonly text: Spoken
  readonly origin: OpinionStatement['origin']
  readonly source: string
  /** How the reader has voted on it. */
  readonly vote: number | undefined
}

/** A statement as a resident sees it. */
export function viewOf({ number, text, textEnglish, origin, source }: OpinionStatement, vote: number | undefined, language: Language, content?: Content): StatementView {
  return { number, text: inLanguage(language, text, textEnglish, content), origin, source, vote }
}

export function voteWord(vote: number, language: Language): string {
  const word = opinionWords(language)
  return vote === 1 ? word.agree : vote === 0 ? word.pass : word.disagree
}

/** One statement, where it comes from, and the three answers. The answer that was given before is said in words. */
export function VoteForm({ statement, token, action, goesBack, language }: { statement: StatementView; token: string; action: string; goesBack: boolean; language: Language }) {
  const word = opinionWords(language)
  const { number, text, origin, source, vote } = statement
  return (
    <Form action={action} hidden={{ nr: String(number), token, ...(goesBack && { tillbaka: 'ja' }) }} className="panel">
      <h2 lang={text.lang} dir={directionOf(text)} id="svara">
        {text.text}
      </h2>
      <p className="soft small">{origin === 'resident' ? word['from-resident'] : <SourceOf said={word[`from-${origin}`](source)} />}</p>
      {vote !== undefined && (
        <p>
          {word.yourVote}: <strong>{voteWord(vote, language)}</strong>. {word.mayChange}
        </p>
      )}
      <Acts>
        <Button name="vote" value="1">
          {word.agree}
        </Button>
        <Button name="vote" value="-1">
          {word.disagree}
        </Button>
        <Button name="vote" value="0" quiet>
          {word.pass}
        </Button>
      </Acts>
    </Form>
  )
}

export type WithdrawnView = Pick<WithdrawnStatement, 'number' | 'origin' | 'reason'> & { readonly text: Spoken | undefined }

/** A withdrawn statement as a resident sees it. */
export function withdrawnView({ number, origin, text, textEnglish, reason }: WithdrawnStatement, language: Language, content?: Content): WithdrawnView {
  return { number, origin, reason, text: text === null ? undefined : inLanguage(language, text, textEnglish, content) }
}

/** What can no longer be voted on, and why; nothing where all stands. */
export function WithdrawnList({ withdrawn, language }: { withdrawn: readonly WithdrawnView[]; language: Language }) {
  const word = opinionWords(language)
  if (withdrawn.length === 0) return null
  return (
    <details>
      <summary>{word.withdrawnTitle(formatNumber(withdrawn.length, 0, language))}</summary>
      <p>{word.withdrawnLead}</p>
      <ul className="rows">
        {withdrawn.map(({ number, origin, text, reason }) => (
          <li key={number}>
            {text ? <InLanguage spoken={text} /> : word[origin === 'quote' ? 'was-quote' : 'from-resident']}
            <div className="soft">
              {word.reason}: <span lang="sv">{reason}</span>
            </div>
          </li>
        ))}
      </ul>
    </details>
  )
}

function SourceOf({ said }: { said: string }) {
  return <bdi>{said}</bdi>
}

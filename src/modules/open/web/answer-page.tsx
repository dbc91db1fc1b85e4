import { formatDay } from '#ui/format'
import { type Frame, PublicPage } from '#ui/page'
import { Status } from '#ui/status'
import { expectedWhen } from '../expected-when.ts'
import type { traceAnswer } from '../trace-answer.ts'
import { words } from '../words.ts'

type Traced = NonNullable<Awaited<ReturnType<typeof traceAnswer>>>

/** What became of one's answer: its own words, how they were read, the words of the vision, the decision, the goals and how they go. */
export function AnswerPage({ frame, traced }: { frame: Frame; traced: Traced }) {
  const word = words(frame.language)
  const { answer, picture, thread } = traced
  const analysed = picture?.released.analysis
  return (
    <PublicPage frame={frame} title={word.mineTitle} thread={thread}>
      <title>{`${word.mineTitle} – ${frame.municipality}`}</title>
      <p className="soft">
        {answer.dialogue}. {word.sentOn(formatDay(answer.receivedOn, frame.language))}.
      </p>
      <h2>{word.youWrote}</h2>
      {answer.statements.map((statement, index) => (
        <blockquote key={String(index)}>
          <p className="soft small">{statement.question}</p>
          <p>
            <bdi>{statement.text}</bdi>
          </p>
          <footer>
            {statement.themes.length > 0 ? (
              <>
                {word.readAs}:{' '}
                {statement.themes.map((theme, place) => (
                  <span key={theme.slug}>
                    {place > 0 && ', '}
                    <a href={`/tema/${theme.slug}`}>{theme.name}</a>
                  </span>
                ))}
              </>
            ) : analysed && !analysed.released ? (
              word.readLater(expectedWhen(analysed, frame.language))
            ) : (
              word.notReadYet
            )}
          </footer>
        </blockquote>
      ))}
      {picture && (
        <>
          <h2>{word.wordsFromIt}</h2>
          {picture.phrases.length === 0 ? (
            <p>{word['no-phrase']}.</p>
          ) : (
            <ul lang="sv">
              {picture.phrases.map((phrase) => (
                <li key={phrase.id}>
                  <a href={`/ord/${phrase.id}`}>{phrase.text}</a>
                </li>
              ))}
            </ul>
          )}
          <h2>{word.decided}</h2>
          {picture.point ? (
            <p lang="sv">
              <a href={`/beslut/${picture.point.id}`}>
                {picture.point.organ} {formatDay(picture.point.meetingOn, frame.language)}
              </a>
              : {picture.point.clauses.join(' ')}
            </p>
          ) : (
            <p>{word['no-decision']}.</p>
          )}
          <h2>{word.goalsFromIt}</h2>
          {picture.goals.length === 0 ? (
            <p>{word['no-goal']}.</p>
          ) : (
            <ul className="rows" lang="sv">
              {picture.goals.map((goal) => (
                <li key={goal.id}>
                  <a href={`/mal/${goal.id}`}>{goal.text}</a>
                  <div>{goal.judgement ? <Status verdict={goal.judgement.judged} language={frame.language} /> : word.noJudgement}</div>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </PublicPage>
  )
}

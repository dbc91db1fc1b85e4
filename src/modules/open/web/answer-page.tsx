import { causeWords } from '#participation/words'
import { Button } from '#ui/button'
import { Form } from '#ui/form'
import { formatDay } from '#ui/format'
import { Notice } from '#ui/notice'
import { type Frame, PublicPage } from '#ui/page'
import { Said } from '#ui/said'
import { Status } from '#ui/status'
import { expectedWhen } from '../expected-when.ts'
import type { traceAnswer } from '../trace-answer.ts'
import { words } from '../words.ts'

type Traced = NonNullable<Awaited<ReturnType<typeof traceAnswer>>>

/** What became of one's answer: its own words, how they were read, the words of the vision, the decision, the goals and how they go. */
export function AnswerPage({ frame, traced, code, isCompiled }: { frame: Frame; traced: Traced; code: string; isCompiled: boolean }) {
  const word = words(frame.language)
  const { answer, picture, thread } = traced
  const analysed = picture?.released.analysis
  return (
    <PublicPage frame={frame} title={word.mineTitle} thread={thread}>
      <title>{`${word.mineTitle} – ${frame.municipality}`}</title>
      <p className="soft">
        {word.sentOn(formatDay(answer.receivedOn, frame.language))}: <Said to={frame} text={answer.dialogue} />
      </p>
      {isCompiled && (
        <Notice kind="warn">
          <p>{word.isCompiled}</p>
        </Notice>
      )}
      <h2>{word.youWrote}</h2>
      {answer.chosen.map(({ question, chosen }) => (
        <p key={question.text}>
          <span className="soft small" lang={question.lang}>
            {question.text}
          </span>
          <br />
          {chosen.map(({ text, lang }, place) => (
            <span key={text} lang={lang}>
              {place > 0 && ', '}
              {text}
            </span>
          ))}
        </p>
      ))}
      {answer.statements.map((statement, index) => (
        <blockquote key={String(index)}>
          {/* Only what was written is a paragraph: it stands within quotation marks. */}
          <div className="soft small">
            <Said to={frame} text={statement.question} />
          </div>
          <p>
            <bdi>{statement.text}</bdi>
          </p>
          {statement.heldBack && (
            <div>
              {word[statement.heldBack.how]} {statement.heldBack.cause !== 'other' && `${causeWords(frame.language)[statement.heldBack.cause]}. `}
              {statement.heldBack.reason && (
                <>
                  {word.heldBackBecause} <bdi lang="sv">{statement.heldBack.reason}</bdi>
                </>
              )}
            </div>
          )}
          <footer>
            {statement.themes.length > 0 ? (
              <>
                {word.readAs}:{' '}
                {statement.themes.map((theme, place) => (
                  <span key={theme.slug}>
                    {place > 0 && ', '}
                    <a href={`/tema/${theme.slug}`}>
                      <Said to={frame} text={theme.name} />
                    </a>
                    {theme.weak && <span className="soft"> ({theme.weak})</span>}
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
          <h2>{word.wordsFromYours}</h2>
          {picture.phrases.length === 0 ? (
            <p>{word['no-phrase']}.</p>
          ) : (
            <ul>
              {picture.phrases.map((phrase) => (
                <li key={phrase.id}>
                  <a href={`/ord/${phrase.id}`}>
                    <Said to={frame} text={phrase.text} />
                  </a>
                </li>
              ))}
            </ul>
          )}
          <h2>{word.decided}</h2>
          {picture.point ? (
            <p>
              <a href={`/beslut/${picture.point.id}`}>
                <Said to={frame} text={picture.point.organ} /> {formatDay(picture.point.meetingOn, frame.language)}
              </a>
              : <Said to={frame} text={picture.point.clauses.join(' ')} />
            </p>
          ) : (
            <p>{word['no-decision']}.</p>
          )}
          <h2>{word.goalsFromIt}</h2>
          {picture.goals.length === 0 ? (
            <p>{word['no-goal']}.</p>
          ) : (
            <ul className="rows">
              {picture.goals.map((goal) => (
                <li key={goal.id}>
                  <a href={`/mal/${goal.id}`}>
                    <Said to={frame} text={goal.text} />
                  </a>
                  <div>{goal.judgement ? <Status verdict={goal.judgement.judged} language={frame.language} /> : word.noJudgement}</div>
                </li>
              ))}
            </ul>
          )}
        </>
      )}
      <section className="no-print">
        <h2>{word.toldTitle}</h2>
        <p>
          <a href={`/delta/${answer.slug}/besked`}>{word.beTold}</a>
        </p>
        <h2>{word.yourRight}</h2>
        {answer.mayChange && (
          <Form act="change" hidden={{ code }}>
            <p>{word.changeHow}</p>
            <Button quiet>{word.change}</Button>
          </Form>
        )}
        <Form act="withdraw" hidden={{ code }}>
          <p>{word.withdrawHow}</p>
          <Button grave>{word.withdraw}</Button>
        </Form>
      </section>
    </PublicPage>
  )
}

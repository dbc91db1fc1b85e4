import { findingWords, type Mark, weakSentence } from '#analysis/words'
import type { Frame } from '#ui/page'
import { Quote, Quotes } from '#ui/quote'
import { Said } from '#ui/said'
import { words } from '../words.ts'

export type ShownFinding = {
  readonly number: number
  readonly question: 'most-agreed' | 'strongest-values' | 'trust' | 'unlike-others' | 'take-further'
  readonly claim: string
  readonly whoDisagrees: string
  readonly notKnown: string
  readonly figures: readonly { readonly name: string; readonly group: string | null; readonly text: string }[]
  readonly moved: readonly string[]
  readonly weak: readonly (Mark & { readonly name: string })[]
  readonly quotes: readonly { readonly text: string; readonly group: string }[]
  readonly sources: readonly { readonly claim: string; readonly source: string; readonly host: string | null }[]
  /** Words of the vision that rest on the same themes. */
  readonly phrases: readonly { readonly id: string; readonly text: string }[]
  readonly sha256: string
  readonly withdrawnWhy: string | null
}

/** What was found, under the questions that were asked. One that was taken back says why. */
export function PublishedFindings({ findings, frame }: { findings: readonly ShownFinding[]; frame: Frame }) {
  const word = findingWords(frame.language)
  return (
    <section>
      <h2>{word.title}</h2>
      {[...Map.groupBy(findings, ({ question }) => question)].map(([question, answers]) => (
        <section key={question}>
          <h3>{word[question]}</h3>
          {answers.map((finding) => (
            <article key={finding.number} id={`fynd-${finding.number}`} className="panel">
              <h4>
                <Said to={frame} text={finding.claim} />
              </h4>
              {finding.withdrawnWhy !== null ? (
                <p>
                  <strong>{word.withdrawn}.</strong> <Said to={frame} text={finding.withdrawnWhy} />
                </p>
              ) : (
                <FindingBody finding={finding} frame={frame} />
              )}
              <p>
                <a href={`/handling/${finding.sha256}`}>{word.frozen}</a>
              </p>
            </article>
          ))}
        </section>
      ))}
    </section>
  )
}

function FindingBody({ finding, frame }: { finding: ShownFinding; frame: Frame }) {
  const word = findingWords(frame.language)
  return (
    <>
      {finding.moved.length > 0 && (
        <p>
          <strong>{word.moved}.</strong> {finding.moved.join('. ')}.
        </p>
      )}
      <ul>
        {finding.figures.map(({ name, group, text }) => (
          <li key={`${name} ${group}`}>
            <Said to={frame} text={name} />
            {group && (
              <>
                , <Said to={frame} text={group} />
              </>
            )}
            : {text}
          </li>
        ))}
      </ul>
      {finding.weak.map((theme) => (
        <p key={theme.name}>
          <Said to={frame} text={theme.name} />: {weakSentence(theme, frame.language)}
        </p>
      ))}
      {finding.quotes.length > 0 && (
        <Quotes>
          {finding.quotes.map(({ text, group }) => (
            <Quote key={text} text={text} from={<Said to={frame} text={group} />} lang="sv" />
          ))}
        </Quotes>
      )}
      <p>
        <strong>{word.whoDisagrees}.</strong> <Said to={frame} text={finding.whoDisagrees} />
      </p>
      <p>
        <strong>{word.notKnown}.</strong> <Said to={frame} text={finding.notKnown} />
      </p>
      {finding.sources.length > 0 && (
        <p>
          <strong>{word.outside}.</strong> {finding.sources.map(({ claim, source, host }) => `${claim} (${source}${host ? `, ${host}` : ''})`).join(' ')}
        </p>
      )}
      {finding.phrases.length > 0 && (
        <>
          <p>
            <strong>{words(frame.language).wordsFromIt}</strong>
          </p>
          <ul>
            {finding.phrases.map(({ id, text }) => (
              <li key={id}>
                <a href={`/ord/${id}`}>
                  <Said to={frame} text={text} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  )
}

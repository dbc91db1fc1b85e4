import { Fragment } from 'react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { readVoicesOfThemes } from '#analysis'
import { findingWords, weakSentence } from '#analysis/words'
import { frameWith } from '#http/frame'
import { refuse } from '#http/respond'
import { visitOf } from '#http/visit'
import { readShownQuotes } from '#participation'
import { formatCount } from '#ui/format'
import { PublicPage } from '#ui/page'
import { Quote } from '#ui/quote'
import { Said, SaidTitle } from '#ui/said'
import { Tag } from '#ui/tag'
import { composeThread } from '../compose-thread.ts'
import { readPicture } from '../read-picture.ts'
import { readShownFindings } from '../read-shown-findings.ts'
import { words } from '../words.ts'
import { inTwo } from './in-two.ts'

const quotesShown = 8

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const picture = await readPicture(visit.now)
  const proposal = picture?.proposals.find(({ phrases }) => phrases.some(({ id }) => id === params.id))
  const phrase = proposal?.phrases.find(({ id }) => id === params.id)
  if (!picture || !proposal || !phrase) refuse({ refused: 'not-found' })
  const rows = picture.snapshot?.rows.filter(({ theme }) => phrase.themes.includes(theme)) ?? []
  const chosen = await readShownQuotes(phrase.quotes, quotesShown)
  const near =
    chosen.length < quotesShown && phrase.themes.length > 0
      ? await readShownQuotes(
          (await readVoicesOfThemes(phrase.themes)).map(({ statementId }) => statementId),
          quotesShown * 3,
        )
      : []
  const largeEnough = new Set(rows.flatMap(({ cells }) => cells.filter(({ shown }) => shown).map(({ group }) => picture.snapshot?.groups.find(({ key }) => key === group)?.name)))
  const others = near.filter(({ statementId, group }) => largeEnough.has(group) && !chosen.some((quote) => quote.statementId === statementId))
  // What was taken back holds nothing up. Why it was is said where the finding is.
  const findings = (await readShownFindings(picture, visit.language)).filter(
    ({ themes, withdrawnWhy }) => withdrawnWhy === null && themes.some((theme) => phrase.themes.includes(theme)),
  )
  return {
    frame: await frameWith(visit, request, [
      phrase.text,
      proposal.name,
      ...rows.map(({ name }) => name),
      ...findings.flatMap(({ claim, weak }) => [claim, ...weak.map(({ name }) => name)]),
    ]),
    phrase: { text: phrase.text, rooted: phrase.themes.length + phrase.quotes.length > 0 },
    proposal: { name: proposal.name, provenance: proposal.provenance, adopted: picture.vision?.proposal.id === proposal.id },
    themes: rows.map((row) => ({ slug: row.slug, name: row.name, statements: row.statements, weak: weakSentence(row, visit.language) })),
    findings: findings.map(({ number, question, claim, moved, weak }) => ({ number, question, claim, hasMoved: moved.length > 0, weak })),
    quotes: [...chosen, ...others].slice(0, quotesShown),
    stops: composeThread(picture, { phrases: [phrase.id] }, 'phrase', visit.language).stops,
  }
}

export default function Phrase() {
  const { frame, phrase, proposal, themes, findings, quotes, stops } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  const found = findingWords(frame.language)
  return (
    <PublicPage frame={frame} title={<Said to={frame} text={phrase.text} />} thread={stops}>
      <SaidTitle to={frame} text={phrase.text} />
      <p>
        <a href="/visionen">{proposal.adopted ? word.visionTitle : <Said to={frame} text={proposal.name} />}</a>{' '}
        {proposal.provenance !== 'recorded' && <Tag>{word[proposal.provenance]}</Tag>}
      </p>
      {!phrase.rooted && <p className="panel warn">{word.rootless}</p>}
      {themes.length > 0 && (
        <section>
          <h2>{word.restsOn}</h2>
          <ul className="rows">
            {themes.map((theme) => (
              <li key={theme.slug}>
                <a href={`/tema/${theme.slug}`}>
                  <Said to={frame} text={theme.name} />
                </a>{' '}
                <span className="soft">
                  {formatCount(theme.statements, word['voice-one'], word['voice-many'], frame.language)}
                  {theme.weak && `. ${theme.weak}`}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {findings.length > 0 && (
        <section>
          <h2>{found.title}</h2>
          <ul className="rows">
            {findings.map(({ number, question, claim, hasMoved, weak }) => (
              <li key={number}>
                <a href={`/samsyn#fynd-${number}`}>
                  <Said to={frame} text={claim} />
                </a>{' '}
                <span className="soft">
                  {found[question]}
                  {hasMoved && ` ${found.moved}.`}
                  {weak.map((theme) => (
                    <Fragment key={theme.name}>
                      {' '}
                      <Said to={frame} text={theme.name} />: {weakSentence(theme, frame.language)}
                    </Fragment>
                  ))}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
      {quotes.length > 0 && (
        <section>
          <h2>{word.quotes}</h2>
          {quotes.map((quote) => (
            <Quote key={quote.statementId} text={quote.text} from={<Said to={frame} text={quote.group} />} {...inTwo(quote, word.translated)} />
          ))}
        </section>
      )}
    </PublicPage>
  )
}

import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { readVoicesOfThemes } from '#analysis'
import { publicWords, weakSentence } from '#analysis/words'
import { frameWith } from '#http/frame'
import { refuse } from '#http/respond'
import { visitOf } from '#http/visit'
import { readShownQuotes } from '#participation'
import { PublicPage } from '#ui/page'
import { Quote } from '#ui/quote'
import { Said, SaidTitle } from '#ui/said'
import { Table } from '#ui/table'
import { composeThread } from '../compose-thread.ts'
import { readPicture } from '../read-picture.ts'
import { words } from '../words.ts'
import { cellText } from './cell-text.ts'
import { inTwo } from './in-two.ts'

// Enough to hear several voices, few enough to read on a phone.
const quotesShown = 12

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const picture = await readPicture(visit.now)
  const theme = picture?.themes.find(({ slug }) => slug === params.slug)
  const row = picture?.snapshot?.rows.find(({ slug }) => slug === params.slug)
  if (!picture?.snapshot || !theme || !row) refuse({ refused: 'not-found' })
  const thread = composeThread(picture, { themes: [theme.now] }, 'theme', visit.language)
  const voices = await readVoicesOfThemes([theme.id])
  // Quotes come from groups that are large enough to be shown here.
  const shownGroups = new Set(row.cells.filter(({ shown }) => shown).map(({ group }) => picture.snapshot?.groups.find(({ key }) => key === group)?.name))
  const quotes = (
    await readShownQuotes(
      voices.map(({ statementId }) => statementId),
      quotesShown * 4,
    )
  ).filter(({ group }) => shownGroups.has(group))
  const proposals = picture.vision ? [picture.vision.proposal] : picture.proposals
  const phrases = proposals
    .flatMap((proposal) => proposal.phrases)
    .filter(({ id }) => thread.followed.phrases.includes(id))
    .map(({ id, text }) => ({ id, text }))
  return {
    frame: await frameWith(visit, request, [theme.name, theme.definition, ...picture.snapshot.groups.map(({ name }) => name), ...phrases.map(({ text }) => text)]),
    theme: { name: theme.name, definition: theme.definition },
    row,
    groups: picture.snapshot.groups,
    stops: thread.stops,
    quotes: spread(quotes).slice(0, quotesShown),
    phrases,
  }
}

/** One from each group in turn, so that a large group doesn't fill the page. */
function spread<Item extends { group: string }>(items: readonly Item[]): Item[] {
  const byGroup = [...Map.groupBy(items, ({ group }) => group).values()]
  return Array.from({ length: Math.max(0, ...byGroup.map(({ length }) => length)) }, (_, turn) => byGroup.flatMap((group) => group[turn] ?? [])).flat()
}

export default function Theme() {
  const { frame, theme, row, groups, stops, quotes, phrases } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  const said = publicWords(frame.language)
  return (
    <PublicPage frame={frame} title={<Said to={frame} text={theme.name} />} lead={<Said to={frame} text={theme.definition} />} thread={stops}>
      <SaidTitle to={frame} text={theme.name} />
      <h2>{said[row.reading]}</h2>
      <p>{said[`${row.reading}-what`]}</p>
      {row.isWeak && <p>{weakSentence(row, frame.language)}</p>}
      <Table
        caption={<Said to={frame} text={theme.name} />}
        columns={[
          { title: frame.language === 'sv' ? 'Grupp' : 'Group' },
          { title: frame.language === 'sv' ? 'Så här många talar om det, och så här ställer de sig' : 'How many speak of it, and how they stand' },
        ]}
        rows={row.cells.map((cell) => [<Said key={cell.group} to={frame} text={groups.find(({ key }) => key === cell.group)?.name ?? ''} />, cellText(cell, frame.language)])}
      />
      <h2 id="roster">{word.quotes}</h2>
      {quotes.length === 0 && <p>{word.themeQuotesNone}</p>}
      {quotes.map((quote) => (
        <Quote key={quote.statementId} text={quote.text} from={<Said to={frame} text={quote.group} />} {...inTwo(quote, word.translated)} />
      ))}
      {phrases.length > 0 && (
        <>
          <h2>{word.wordsFromIt}</h2>
          <ul>
            {phrases.map((phrase) => (
              <li key={phrase.id}>
                <a href={`/ord/${phrase.id}`}>
                  <Said to={frame} text={phrase.text} />
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </PublicPage>
  )
}

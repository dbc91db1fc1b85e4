import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { isHttps } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { Form } from '#ui/form'
import { formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { Table } from '#ui/table'
import { opinionWords } from '../opinion-words.ts'
import { participantCookie } from '../participant-cookie.ts'
import { readOwnVotes } from '../read-own-votes.ts'
import { withdrawVotes } from '../withdraw-votes.ts'
import { openedOpinion } from './opened-opinion.ts'
import { viewOf, voteWord } from './opinion-parts.tsx'
import { InLanguage } from './survey-form.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const { dialogue, board, token } = await openedOpinion(params.slug, request, visit.now)
  const own = await readOwnVotes(board, token)
  const { searchParams } = new URL(request.url)
  return {
    frame: publicFrame(visit, request),
    slug: dialogue.slug,
    isOpen: dialogue.state === 'open',
    votes: [...board.statements.values()].flatMap((statement) => {
      const vote = own.votes.get(statement.number)
      return vote === undefined ? [] : [{ ...viewOf(statement, vote, visit.language), vote }]
    }),
    proposals: own.proposals,
    isSent: searchParams.has('skickat'),
    removed: searchParams.get('borta'),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = visitOf(context)
  const form = await readForm(request)
  const { dialogue, token } = await openedOpinion(params.slug, request, visit.now)
  if (form.text('act') !== 'remove' || token === undefined) refuse({ refused: 'not-found' })
  const result = await withdrawVotes({ slug: dialogue.slug, token }, visit.now)
  if (!result.granted) refuse(result.refusal)
  throw redirect(`/delta/${dialogue.slug}/pastaenden/mina?borta=${result.value.votes}`, {
    headers: { 'set-cookie': participantCookie.keep(dialogue.slug, token, isHttps(request)) },
  })
}

export default function OpinionMine() {
  const { frame, slug, isOpen, votes, proposals, isSent, removed } = useLoaderData<typeof loader>()
  const { language } = frame
  const word = opinionWords(language)
  const room = `/delta/${slug}/pastaenden`
  return (
    <PublicPage frame={frame} title={word.mineTitle} lead={word.mineLead}>
      <title>{`${word.mineTitle} – ${frame.municipality}`}</title>
      {isSent && (
        <Notice kind="good">
          <p>{word.sent}</p>
        </Notice>
      )}
      {removed !== null && /^\d{1,4}$/.test(removed) && (
        <Notice kind="good">
          <p>{word.removed(formatNumber(Number(removed), 0, language))}</p>
        </Notice>
      )}
      <p>
        <a href={room}>{word.back}</a>
      </p>
      {votes.length === 0 ? (
        <Empty title={word.mineNone} />
      ) : (
        <Table
          cards
          caption={word.mineTitle}
          columns={[{ title: word.statement }, { title: word.answer }, ...(isOpen ? [{ title: <span className="hidden">{word.change}</span> }] : [])]}
          rows={votes.map(({ number, text, vote }) => [
            <InLanguage key="t" spoken={text} />,
            voteWord(vote, language),
            ...(isOpen
              ? [
                  <a key="a" href={`${room}?nr=${number}&tillbaka`} aria-label={word.changeOne(text.text)}>
                    {word.change}
                  </a>,
                ]
              : []),
          ])}
        />
      )}
      {proposals.length > 0 && (
        <section>
          <h2>{word.proposals}</h2>
          <ul className="rows">
            {proposals.map(({ text, state, reason }) => (
              <li key={text}>
                <bdi>{text}</bdi>
                <div className="soft">
                  {word[`proposal-${state}`]}.
                  {reason !== null && (
                    <>
                      {' '}
                      {word.reason}: <span lang="sv">{reason}</span>
                    </>
                  )}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {isOpen && votes.length > 0 && (
        <Form act="remove">
          <h2>{word.remove}</h2>
          <p>{word.removeWhat}</p>
          <Button grave>{word.remove}</Button>
        </Form>
      )}
    </PublicPage>
  )
}

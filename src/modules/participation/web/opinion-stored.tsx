import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { PublicPage } from '#ui/page'
import { opinionWords } from '../opinion-words.ts'
import { openedOpinion } from './opened-opinion.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const { dialogue } = await openedOpinion(params.slug, request, visit.now)
  return { frame: publicFrame(visit, request), slug: dialogue.slug }
}

export default function OpinionStored() {
  const { frame, slug } = useLoaderData<typeof loader>()
  const word = opinionWords(frame.language)
  const listed = (lines: string) => (
    <ul>
      {lines.split('\n').map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  )
  return (
    <PublicPage frame={frame} title={word.storedTitle} lead={word.storedLead}>
      <title>{`${word.storedTitle} – ${frame.municipality}`}</title>
      <h2>{word.storedVote}</h2>
      {listed(word.storedVotes)}
      <h2>{word.storedOwn}</h2>
      {listed(word.storedOwns)}
      <h2>{word.storedLong}</h2>
      {word.storedHowLong.split('\n').map((line) => (
        <p key={line}>{line}</p>
      ))}
      <h2>{word.storedNever}</h2>
      <p>{word.storedNot}</p>
      <p>
        <a href={`/delta/${slug}/pastaenden`}>{word.back}</a>
      </p>
    </PublicPage>
  )
}

import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicOutcomes, publicStandings } from '#decision/words'
import { listDocuments } from '#documents'
import { frameWith } from '#http/frame'
import { refuse } from '#http/respond'
import { visitOf } from '#http/visit'
import { Facts } from '#ui/facts'
import { formatDay } from '#ui/format'
import { PublicPage } from '#ui/page'
import { Said } from '#ui/said'
import { Tag } from '#ui/tag'
import { composeThread } from '../compose-thread.ts'
import { readPicture } from '../read-picture.ts'
import { words } from '../words.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const picture = await readPicture(visit.now)
  const point = picture?.points.find(({ id }) => id === params.id)
  if (!picture || !point) refuse({ refused: 'not-found' })
  const [document] = await listDocuments(point.documentId ? [point.documentId] : [])
  return {
    frame: await frameWith(visit, request, [point.organ, point.matterTitle, ...point.clauses, document?.content.title]),
    point,
    document: document && { title: document.content.title, sha256: document.sha256 },
    stops: composeThread(picture, { decision: point.id }, 'decision', visit.language).stops,
  }
}

export default function Decision() {
  const { frame, point, document, stops } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  const day = (text: string | undefined) => (text ? formatDay(text, frame.language) : '–')
  return (
    <PublicPage
      frame={frame}
      title={
        <>
          <Said to={frame} text={point.organ} />, {formatDay(point.meetingOn, frame.language)}
        </>
      }
      lead={
        <>
          {point.matterNumber} <Said to={frame} text={point.matterTitle} />
        </>
      }
      thread={stops}
    >
      <title>{`${word.decisionTitle} – ${frame.municipality}`}</title>
      {point.provenance !== 'recorded' && (
        <p>
          <Tag>{word[point.provenance]}</Tag>
        </p>
      )}
      <h2>{word.clauses}</h2>
      <p>
        {publicOutcomes(frame.language)[point.outcome]}, {point.paragraph ?? word.unknownParagraph}.
      </p>
      <ul>
        {point.clauses.map((clause) => (
          <li key={clause}>
            <Said to={frame} text={clause} />
          </li>
        ))}
      </ul>
      <h2>{word.standing}</h2>
      <p>
        {publicStandings(frame.language)[point.standing.standing]}
        {'since' in point.standing && ` ${word.since(formatDay(point.standing.since, frame.language))}`}.
      </p>
      <Facts
        facts={[
          [frame.language === 'sv' ? 'Protokollet justerat' : 'Minutes adjusted', day(point.aftermath.adjustedOn)],
          [frame.language === 'sv' ? 'Anslaget' : 'Announced', day(point.aftermath.postedOn)],
          [frame.language === 'sv' ? 'Kunde överklagas till och med' : 'Could be appealed until', day(point.due.appealUntil)],
        ]}
      />
      {document && (
        <>
          <h2>{word.document}</h2>
          <p>
            <a href={`/handling/${document.sha256}`}>
              <Said to={frame} text={document.title} />
            </a>
          </p>
        </>
      )}
    </PublicPage>
  )
}

import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { frameWith } from '#http/frame'
import { visitOf } from '#http/visit'
import { PublicPage } from '#ui/page'
import { Said } from '#ui/said'
import { Tag } from '#ui/tag'
import { composeThread } from '../compose-thread.ts'
import { readPicture } from '../read-picture.ts'
import { words } from '../words.ts'
import { NotYet } from './not-yet.tsx'
import { VisionText } from './vision-text.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const picture = await readPicture(visit.now)
  const phrases = picture?.vision?.proposal.phrases ?? []
  const shown = picture?.vision ? [picture.vision.proposal, ...picture.proposals] : (picture?.proposals ?? [])
  const texts = [
    ...shown.flatMap(({ phrases: some }) => some.map(({ text }) => text)),
    ...(picture?.proposals ?? []).filter(({ id }) => id !== picture?.vision?.proposal.id).map(({ name }) => name),
    ...(picture?.focusAreas ?? []).flatMap(({ name, description }) => [name, description]),
  ]
  return {
    frame: await frameWith(visit, request, texts),
    release: picture?.released.proposal,
    adopted: picture?.vision?.proposal,
    others: picture?.proposals.filter(({ id }) => id !== picture.vision?.proposal.id) ?? [],
    areas: picture?.focusAreas ?? [],
    stops: picture && composeThread(picture, { phrases: phrases.map(({ id }) => id) }, 'phrase', visit.language).stops,
  }
}

export default function Vision() {
  const { frame, release, adopted, others, areas, stops } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  const nothing = !adopted && others.length === 0
  return (
    <PublicPage frame={frame} title={word.visionTitle} lead={nothing ? undefined : adopted ? word.visionLead : word.proposalsLead} thread={stops}>
      <title>{`${word.visionTitle} – ${frame.municipality}`}</title>
      {nothing && <NotYet title={word.noVision} release={release} language={frame.language} />}
      {adopted && <VisionText phrases={adopted.phrases} provenance={adopted.provenance} frame={frame} />}
      {areas.length > 0 && (
        <section>
          <h2>{word.focusAreas}</h2>
          <ul className="cards">
            {areas.map((area) => (
              <li key={area.id} id={area.slug}>
                <h3>
                  <Said to={frame} text={area.name} />
                </h3>
                <p>
                  <Said to={frame} text={area.description} />
                </p>
                {area.provenance !== 'recorded' && <Tag>{word[area.provenance]}</Tag>}
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          {adopted && <h2>{word.otherProposals}</h2>}
          {others.map((proposal) => (
            <div key={proposal.id}>
              <h3>
                <Said to={frame} text={proposal.name} />
              </h3>
              <VisionText phrases={proposal.phrases} provenance={proposal.provenance} frame={frame} />
            </div>
          ))}
        </section>
      )}
    </PublicPage>
  )
}

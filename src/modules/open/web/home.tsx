import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { frameWith } from '#http/frame'
import { visitOf } from '#http/visit'
import { listDialogues } from '#participation'
import { Acts, ButtonLink } from '#ui/button'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { Said } from '#ui/said'
import { ThreadStrip } from '#ui/thread-strip'
import { composeThread, wholeVision } from '../compose-thread.ts'
import { readPicture } from '../read-picture.ts'
import { words } from '../words.ts'
import { VisionText } from './vision-text.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const [picture, dialogues] = [await readPicture(visit.now), await listDialogues(visit.now)]
  // The first page is for everybody: whoever has been given a code has an address with it.
  const open = dialogues.find(({ state, kind, isForCodes }) => state === 'open' && kind === 'survey' && !isForCodes)
  const title = open && { text: open.title, given: { en: open.titleEnglish } }
  return {
    frame: await frameWith(visit, request, [title, picture?.process.promise, ...(picture?.vision?.proposal.phrases ?? []).map(({ text }) => text)]),
    open: open && { slug: open.slug, title: open.title },
    promise: picture?.process.promise,
    vision: picture?.vision && { phrases: picture.vision.proposal.phrases, provenance: picture.vision.proposal.provenance },
    stops: picture && composeThread(picture, wholeVision(picture), 'voices', visit.language).stops.map((stop) => ({ ...stop, here: false })),
  }
}

export default function Home() {
  const { frame, open, promise, vision, stops } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  return (
    <PublicPage frame={frame} title={word.homeTitle} lead={word.homeLead}>
      <title>{frame.municipality}</title>
      <Acts>
        {open && (
          <ButtonLink href={`/delta/${open.slug}`}>
            <span>
              {word.answerNow}: <Said to={frame} text={open.title} />
            </span>
          </ButtonLink>
        )}
        <ButtonLink quiet href="/folj">
          {word.follow}
        </ButtonLink>
      </Acts>
      {vision && (
        <section>
          <h2>{word.visionTitle}</h2>
          <VisionText phrases={vision.phrases} provenance={vision.provenance} frame={frame} />
        </section>
      )}
      {stops && <ThreadStrip stops={stops} language={frame.language} />}
      {promise && (
        <Notice title={word.promise}>
          <p>
            <Said to={frame} text={promise} />
          </p>
        </Notice>
      )}
    </PublicPage>
  )
}

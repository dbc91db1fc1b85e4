import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { listDialogues } from '#participation'
import { Acts, ButtonLink } from '#ui/button'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { ThreadStrip } from '#ui/thread-strip'
import { composeThread, wholeVision } from '../compose-thread.ts'
import { readPicture } from '../read-picture.ts'
import { words } from '../words.ts'
import { VisionText } from './vision-text.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const [picture, dialogues] = [await readPicture(visit.now), await listDialogues(visit.now)]
  const open = dialogues.find(({ state, kind }) => state === 'open' && kind === 'survey')
  const english = visit.language === 'en'
  return {
    frame: publicFrame(visit, request),
    open: open && { slug: open.slug, title: (english && open.titleEnglish) || open.title },
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
        {open && <ButtonLink href={`/delta/${open.slug}`}>{`${word.answerNow}: ${open.title}`}</ButtonLink>}
        <ButtonLink quiet href="/folj">
          {word.follow}
        </ButtonLink>
      </Acts>
      {vision && (
        <section>
          <h2>{word.visionTitle}</h2>
          <VisionText phrases={vision.phrases} provenance={vision.provenance} language={frame.language} />
        </section>
      )}
      {stops && <ThreadStrip stops={stops} language={frame.language} />}
      {promise && (
        <Notice title={word.promise}>
          <p lang="sv">{promise}</p>
        </Notice>
      )}
    </PublicPage>
  )
}

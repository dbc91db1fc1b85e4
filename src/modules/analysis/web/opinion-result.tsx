import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { dayOf } from '#http/clock'
import { publicFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { visitOf } from '#http/visit'
import { listDialogues, readVotesOf } from '#participation'
import { listProcesses, readRelease } from '#process'
import type { Language } from '#ui/catalogue'
import { formatDay, formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { opinionWords } from '../opinion-words.ts'
import { readOpinionMap } from '../read-opinion-map.ts'
import { type Standing, whereYouStand } from '../rules/where-you-stand.ts'
import { OpinionFindingsView } from './opinion-findings-view.tsx'

/** Everybody sees the last map that was frozen when the process leader published the analysis, and nothing before. */
export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const dialogue = (await listDialogues(visit.now)).find(({ slug, kind, state }) => slug === params.slug && kind === 'opinion' && state !== 'draft')
  const process = (await listProcesses(visit.now.day)).find(({ id }) => id === dialogue?.processId)
  if (!dialogue || !process) refuse({ refused: 'not-found' })
  const release = readRelease(process, 'analysis')
  const map = release.released ? await readOpinionMap(dialogue.id, release.at) : undefined
  const votes = map ? await readVotesOf(dialogue.id, request.headers) : new Map<number, number>()
  return {
    frame: publicFrame(visit, request),
    title: dialogue.title,
    slug: dialogue.slug,
    expectedOn: release.released ? undefined : release.expectedOn,
    map,
    standing: map && votes.size > 0 ? whereYouStand(votes, map.findings) : undefined,
  }
}

export default function OpinionResult() {
  const { frame, title, slug, expectedOn, map, standing } = useLoaderData<typeof loader>()
  const { language } = frame
  const word = opinionWords(language)
  return (
    <PublicPage
      frame={frame}
      title={word.title}
      lead={
        <>
          {word.lead} <span lang="sv">{title}</span>
        </>
      }
    >
      <title>{`${word.title} – ${frame.municipality}`}</title>
      {!map && <p>{expectedOn ? word.notYet(formatDay(expectedOn, language)) : word.notPublished}</p>}
      {standing && <You standing={standing} language={language} />}
      {map && (
        <>
          <OpinionFindingsView findings={map.findings} language={language} />
          <p className="soft">{word.frozen(formatNumber(map.number, 0, language), formatDay(dayOf(map.frozenAt), language))}</p>
        </>
      )}
      <p>
        <a href={`/delta/${slug}/pastaenden`}>{word.back}</a>
      </p>
    </PublicPage>
  )
}

function You({ standing, language }: { standing: Standing; language: Language }) {
  const word = opinionWords(language)
  const { nearest, groups, together } = standing
  return (
    <Notice title={word.you}>
      {groups.length > 0 && <p>{nearest ? word.youNearest(word.group(nearest)) : word.youBetween}</p>}
      {groups.length > 0 && (
        <ul>
          {groups.map(({ key, same, of }) => (
            <li key={key}>{word.youBeside(word.group(key), String(same), String(of))}</li>
          ))}
        </ul>
      )}
      {together.of > 0 && <p>{word.youTogether(String(together.same), String(together.of))}</p>}
      <p className="soft">{word.youOnly}</p>
    </Notice>
  )
}

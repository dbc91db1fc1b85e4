import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { formatDay, formatDays, formatNumber } from '#ui/format'
import { PublicPage } from '#ui/page'
import { listDialogues } from '../read-dialogues.ts'
import { words } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const english = visit.language === 'en'
  const dialogues = (await listDialogues(visit.now.day)).filter(({ state }) => state !== 'draft')
  return {
    frame: publicFrame(visit, request),
    dialogues: dialogues.map(({ slug, title, titleEnglish, kind, state, opensOn, closesOn, responses, group }) => ({ slug, title: (english && titleEnglish) || title, kind, state, opensOn, closesOn, responses, group: group.name })),
  }
}

export default function PublicDialogues() {
  const { frame, dialogues } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  const open = dialogues.filter(({ state, kind }) => state === 'open' && kind === 'survey')
  const others = dialogues.filter((dialogue) => !open.includes(dialogue))
  return (
    <PublicPage frame={frame} title={word.answerTitle} lead={dialogues.length === 0 ? word.nothingEver : open.length === 0 ? word.nothingOpen : word.answerLead}>
      <title>{`${word.answerTitle} – ${frame.municipality}`}</title>
      {dialogues.length === 0 && <Empty title={word.nothingEver} />}
      {open.length > 0 && (
        <section>
          <h2>{word.openNow}</h2>
          <ul className="cards">
            {open.map((dialogue) => (
              <li key={dialogue.slug}>
                <h3>{dialogue.title}</h3>
                <p>{word.until(formatDay(dialogue.closesOn, frame.language))}</p>
                <ButtonLink href={`/delta/${dialogue.slug}`}>{dialogue.title}</ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section>
          <h2>{word.earlier}</h2>
          <ul className="rows">
            {others.map((dialogue) => (
              <li key={dialogue.slug}>
                {dialogue.kind === 'survey' ? <a href={`/delta/${dialogue.slug}`}>{dialogue.title}</a> : <strong>{dialogue.title}</strong>}
                <div className="soft small">
                  {dialogue.group}. {dialogue.state === 'waiting' ? word.opens(formatDay(dialogue.opensOn, frame.language)) : word.was(formatDays(dialogue.opensOn, dialogue.closesOn, frame.language))}.{' '}
                  {dialogue.responses >= 5 && word.count(formatNumber(dialogue.responses, 0, frame.language))}
                </div>
              </li>
            ))}
          </ul>
        </section>
      )}
    </PublicPage>
  )
}

import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { frameWith } from '#http/frame'
import { visitOf } from '#http/visit'
import { listProcesses } from '#process'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { formatDay, formatNumber } from '#ui/format'
import { type Frame, PublicPage } from '#ui/page'
import { Said } from '#ui/said'
import { listDialogues } from '../read-dialogues.ts'
import { words } from '../words.ts'
import { type AskedView, askedOf } from './asked-of.ts'
import { closingTime, dayAndClock, daysOpen } from './closing-time.ts'
import { LedTo } from './led-to.tsx'
import { InLanguage } from './survey-form.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const dialogues = (await listDialogues(visit.now)).filter(({ state }) => state !== 'draft')
  const processes = await listProcesses(visit.now.day)
  const frame = await frameWith(
    visit,
    request,
    dialogues.flatMap(({ title, titleEnglish, state, group }) => [{ text: title, given: { en: titleEnglish } }, ...(state === 'closed' ? [group.name] : [])]),
  )
  return { frame, asked: dialogues.map((dialogue) => askedOf(dialogue, processes, visit.language, frame.content)) }
}

export default function PublicDialogues() {
  const { frame, asked } = useLoaderData<typeof loader>()
  const { language } = frame
  const word = words(language)
  const open = asked.filter(({ state, isSurvey }) => state === 'open' && isSurvey)
  const coming = asked.filter(({ state, isSurvey }) => state === 'waiting' && isSurvey)
  const earlier = asked.filter(({ state, isSurvey }) => state === 'closed' || (state === 'open' && !isSurvey))
  return (
    <PublicPage frame={frame} title={word.answerTitle} lead={open.length > 0 ? word.answerLead : asked.length > 0 ? word.nothingOpen : undefined}>
      <title>{`${word.answerTitle} – ${frame.municipality}`}</title>
      {asked.length === 0 && <Empty title={word.nothingEver} />}
      {open.length > 0 && (
        <section>
          <h2>{word.openNow}</h2>
          <ul className="cards">
            {open.map((dialogue) => (
              <li key={dialogue.slug}>
                <h3>
                  <InLanguage spoken={dialogue.title} />
                </h3>
                <p>
                  {closingTime(dialogue, language)} {dialogue.isForCodes && word.forCodes}
                </p>
                <ButtonLink href={`/delta/${dialogue.slug}`}>
                  <span>
                    {word.begin} <InLanguage spoken={dialogue.title} />
                  </span>
                </ButtonLink>
              </li>
            ))}
          </ul>
        </section>
      )}
      {coming.length > 0 && (
        <section>
          <h2>{word.coming}</h2>
          <ul className="rows">
            {coming.map((dialogue) => (
              <li key={dialogue.slug}>
                <a href={`/delta/${dialogue.slug}`}>
                  <InLanguage spoken={dialogue.title} />
                </a>
                <div className="soft small">{word.opens(dayAndClock(dialogue.opensOn, dialogue.opensTime, language))}</div>
              </li>
            ))}
          </ul>
        </section>
      )}
      {earlier.length > 0 && (
        <section>
          <h2>{word.earlier}</h2>
          <ul className="rows">
            {earlier.map((dialogue) => (
              <Earlier key={dialogue.slug} dialogue={dialogue} frame={frame} />
            ))}
          </ul>
        </section>
      )}
    </PublicPage>
  )
}

function Earlier({ dialogue, frame }: { dialogue: AskedView; frame: Frame }) {
  const { language } = frame
  const word = words(language)
  const { count, ledTo, comesBy } = dialogue
  const days = daysOpen(dialogue, language)
  return (
    <li>
      <h3>
        {dialogue.isSurvey ? (
          <a href={`/delta/${dialogue.slug}`}>
            <InLanguage spoken={dialogue.title} />
          </a>
        ) : (
          <InLanguage spoken={dialogue.title} />
        )}
      </h3>
      <p className="soft">
        <Said to={frame} text={dialogue.group} />. {days ? word.was(days) : word.wasNever}.
        {count !== undefined && ` ${dialogue.unit === 'persons' ? word.answers(formatNumber(count, 0, language)) : word.notes(formatNumber(count, 0, language))}.`}
      </p>
      {ledTo.length === 0 && <p>{comesBy ? word.comesBy(formatDay(comesBy, language)) : word.comesLater}</p>}
      {ledTo.length > 0 && <LedTo ledTo={ledTo} language={language} />}
    </li>
  )
}

import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Empty } from '#ui/empty'
import { asSentence, formatDay, formatDays, formatInstant, formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadStatements } from '../access.ts'
import { type AlikeTexts, readNotes } from '../read-notes.ts'
import { readingIsLogged, sourceWords } from '../words.ts'
import { openedSurvey } from './opened-survey.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadStatements(visit.actor)) refuse({ refused: 'forbidden' })
  const { id, slug, title } = await openedSurvey(params.slug, visit.now)
  return { frame: workroomFrame(visit, request), slug, title, ...(await readNotes(id, visit.actor, visit.now)) }
}

export default function Notes() {
  const { frame, slug, title, bursts, alike, nearly, isCut } = useLoaderData<typeof loader>()
  return (
    <WorkroomPage frame={frame} title="Lägg märke till" lead={`${asSentence(title)} Många svar på kort tid, och samma text eller nästan samma i flera svar.`}>
      <title>{`Lägg märke till – ${title}`}</title>
      <p>
        Inget tas bort och inget räknas om. En klass eller ett möte ger många svar på en gång, och en förening kan dela en text med sina medlemmar. Vad det betyder avgör ni som
        läser svaren.
      </p>
      <h2>Många svar på kort tid</h2>
      <p className="soft">
        Tio minuter med minst tio svar syns här när de har gått. För färre sparas ingen tid alls, och det går inte att se vilka svaren är. Efter en omstart räknas det från början.
      </p>
      {bursts.length === 0 ? (
        <Empty title="Inga sådana tio minuter">
          <p>Inte heller efter att dialogen har varit stängd i en månad. Då är de borttagna.</p>
        </Empty>
      ) : (
        <ul>
          {bursts.map(({ id, source, beganAt, answers, sameText }) => (
            <li key={id}>
              {`${formatNumber(answers)} svar inom tio minuter från ${formatInstant(beganAt)}${sameText === null ? '' : `, ${formatNumber(sameText)} av dem hade samma text`}. Så kom de: ${sourceWords[source]}.`}
            </li>
          ))}
        </ul>
      )}
      <h2>Samma text i flera svar</h2>
      <p className="soft">Stora och små bokstäver och mellanslag spelar ingen roll. Korta texter räknas inte: dem skriver många lika.</p>
      {alike.length === 0 ? (
        <Empty title="Ingen text står i tre svar eller fler">
          <p>Texterna jämförs på nytt varje gång sidan öppnas.</p>
        </Empty>
      ) : (
        <>
          <p className="soft">{readingIsLogged}</p>
          <Table
            cards
            caption="De vanligaste först"
            columns={[{ title: 'Text' }, { title: 'Svar', number: true }, { title: 'Dagar' }, { title: 'Så kom de' }]}
            rows={alike.map(({ text, answers, ...came }) => [text, formatNumber(answers), ...cameText(came)])}
          />
        </>
      )}
      <h2>Nästan samma text</h2>
      <p className="soft">
        Texter som skiljer sig åt i något litet: en hälsning, skiljetecken, några ord. De jämförs två ord i taget med den text som flest har skrivit, och är nästan samma när minst
        sju av tio sådana ordpar finns i båda.{isCut && ' Dialogen har fler texter än 20 000. De 20 000 vanligaste är jämförda.'}
      </p>
      {nearly.length === 0 ? (
        <Empty title="Inga texter i tre svar eller fler är nästan samma">
          <p>Texterna jämförs på nytt varje gång sidan öppnas.</p>
        </Empty>
      ) : (
        <>
          <p className="soft">{readingIsLogged}</p>
          <Table
            cards
            caption="De som står i flest svar först"
            columns={[
              { title: 'Vanligast' },
              { title: 'Minst lik den' },
              { title: 'Olika texter', number: true },
              { title: 'Svar', number: true },
              { title: 'Dagar' },
              { title: 'Så kom de' },
            ]}
            rows={nearly.map(({ text, unlike, wordings, answers, ...came }) => [text, unlike, formatNumber(wordings), formatNumber(answers), ...cameText(came)])}
          />
        </>
      )}
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till dialogen</a>
      </p>
    </WorkroomPage>
  )
}

const cameText = ({ sources, from, to }: Pick<AlikeTexts, 'sources' | 'from' | 'to'>) => [
  from === to ? formatDay(from) : formatDays(from, to),
  sources.map((source) => sourceWords[source]).join(', '),
]

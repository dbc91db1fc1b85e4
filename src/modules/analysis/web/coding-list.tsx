import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readingIsLogged } from '#participation/words'
import { listProcesses } from '#process'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { formatCount } from '#ui/format'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadCoding } from '../access.ts'
import { readStatementList } from '../read-statement-list.ts'
import { addressOf, statementIn } from '../rules/desk-filter.ts'
import { DeskFilters, DeskPages, MarkedText } from './desk-filters.tsx'

const here = '/arbete/kodning/lista'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const address = new URL(request.url).searchParams
  const wish = { address, after: statementIn(address, 'efter'), before: statementIn(address, 'fore') }
  return { frame: workroomFrame(visit, request), list: process && (await readStatementList(visit.actor, process.id, visit.now, wish)) }
}

export default function CodingList() {
  const { frame, list } = useLoaderData<typeof loader>()
  return (
    <WorkroomPage frame={frame} title="Yttranden i lista">
      <title>Yttranden i lista</title>
      <DeskPages here={here} filter={list?.filter} />
      {list && <DeskFilters {...list} path={here} />}
      {!list || list.statements.length === 0 ? (
        <Empty>
          <h2>Inget att visa</h2>
          <p>Inget yttrande passar det du valt att se.</p>
        </Empty>
      ) : (
        <>
          <p className="soft">{readingIsLogged}</p>
          <p>{formatCount(list.found, 'yttrande', 'yttranden')} i urvalet.</p>
          <ul className="rows">
            {list.statements.map(({ id, pieces, group, question, themes, aside }) => (
              <li key={id}>
                <p>
                  <MarkedText pieces={pieces} />
                </p>
                <p className="soft small">
                  {group}. Frågan: {question}
                </p>
                <p>
                  {aside ? `Lagt åt sidan: ${aside}. ` : themes.length > 0 ? `${themes.join(', ')}. ` : 'Inte kodat. '}
                  <a href={addressOf('/arbete/kodning', list.filter, { yttrande: id })}>Öppna</a>
                </p>
              </li>
            ))}
          </ul>
          <nav aria-label="Sidor i listan" className="acts pages">
            {list.before && (
              <ButtonLink href={addressOf(here, list.filter, { fore: list.before })} quiet small>
                Föregående sida
              </ButtonLink>
            )}
            {list.after && (
              <ButtonLink href={addressOf(here, list.filter, { efter: list.after })} quiet small>
                Nästa sida
              </ButtonLink>
            )}
          </nav>
        </>
      )}
    </WorkroomPage>
  )
}

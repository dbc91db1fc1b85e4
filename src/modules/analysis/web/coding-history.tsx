import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readRawStatements } from '#participation'
import { readingIsLogged } from '#participation/words'
import { Empty } from '#ui/empty'
import { formatInstant } from '#ui/format'
import { Quote } from '#ui/quote'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadCoding } from '../access.ts'
import { suggestionKnownWords } from '../desk-words.ts'
import { explainCodings } from '../explain-codings.ts'
import { statementIn } from '../rules/desk-filter.ts'
import { sayStance } from './desk-problems.ts'
import { endWords, makingWords } from './say-lineage.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const id = statementIn(new URLSearchParams({ id: params.id ?? '' }), 'id')
  const [statement] = id ? await readRawStatements(visit.actor, [id], visit.now) : []
  if (!statement) refuse({ refused: 'not-found' })
  const { text, group, question, language, translation } = statement
  return {
    frame: workroomFrame(visit, request),
    statement: { id: statement.id, text, group, question, language, translation: translation && { text: translation.text, by: `Översatt av ${translation.by}` } },
    codings: (await explainCodings(statement.id)).map((coding) => ({
      ...{ id: coding.id, theme: coding.theme, themeThen: coding.themeThen, stance: sayStance(coding.stance), holds: coding.withdrawnAt === null },
      ...{ made: makingWords(coding), known: suggestionKnownWords[coding.suggestion], ended: endWords(coding) },
      coded: `${coding.coder}, ${formatInstant(coding.codedAt)}`,
    })),
  }
}

export default function CodingHistory() {
  const { frame, statement, codings } = useLoaderData<typeof loader>()
  return (
    <WorkroomPage frame={frame} title="Hur det har kodats" lead="Varje läsning som yttrandet har haft, den första först, med vad som gjorde den och vad som avslutade den.">
      <title>Hur det har kodats</title>
      <p className="soft">{readingIsLogged}</p>
      <p className="soft">
        {statement.group}. Frågan: {statement.question}
      </p>
      <Quote text={statement.text} lang={statement.language} translation={statement.translation} />
      {codings.length === 0 ? (
        <Empty>
          <p>Ingen har kodat yttrandet än.</p>
        </Empty>
      ) : (
        <ol className="rows">
          {codings.map(({ id, theme, themeThen, stance, holds, coded, made, known, ended }) => (
            <li key={id}>
              <p>
                <strong>{theme}</strong>, {stance}. {themeThen && <>Temat hette då {themeThen}. </>}
                {holds && <span className="tag">Gäller</span>}
              </p>
              <p className="small">
                Läst av {coded}. {made} {known}
              </p>
              {ended && <p className="soft small">{ended}</p>}
            </li>
          ))}
        </ol>
      )}
      <p>
        <a href={`/arbete/kodning?yttrande=${statement.id}`}>Öppna det vid kodningen</a>
      </p>
    </WorkroomPage>
  )
}

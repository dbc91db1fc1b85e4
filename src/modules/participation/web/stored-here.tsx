import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { PublicPage } from '#ui/page'
import { weighCode } from '../one-time-code.ts'
import { type StoredColumn, storedOfAnswer } from '../rules/stored-of-answer.ts'
import { storedWords } from '../stored-words.ts'
import { openedSurvey } from './opened-survey.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const dialogue = await openedSurvey(params.slug, visit.now)
  return { frame: publicFrame(visit, request), slug: dialogue.slug, isClosedGroup: (await weighCode(dialogue, undefined, visit.now)) !== undefined }
}

export default function StoredHere() {
  const { frame, slug, isClosedGroup } = useLoaderData<typeof loader>()
  const word = storedWords(frame.language)
  return (
    <PublicPage frame={frame} title={word.title} lead={word.lead}>
      <title>{`${word.title} – ${frame.municipality}`}</title>
      <h2>{isClosedGroup ? word.byCode : word.alone}</h2>
      <Columns columns={storedOfAnswer.own} say={word.columns} />
      {isClosedGroup ? (
        <>
          <p>{word.code}</p>
          <h2>{word.byMail}</h2>
          <p>{word.mail}:</p>
          <Columns columns={storedOfAnswer.holders} say={word.columns} />
          <p>{word.mailGoes}</p>
        </>
      ) : (
        <>
          <h2>{word.byDevice}</h2>
          <p>{word.device}</p>
          <h2>{word.many}</h2>
          <p>{word.bursts}</p>
        </>
      )}
      <h2>{word.byStaff}</h2>
      <p>{word.staff}:</p>
      <Columns columns={storedOfAnswer.staffs} say={word.columns} />
      <h2>{word.never}</h2>
      <p>{word.nots}</p>
      <p>
        <a href={`/delta/${slug}`}>{word.toSurvey}</a>
      </p>
    </PublicPage>
  )
}

function Columns({ columns, say }: { columns: readonly StoredColumn[]; say: (column: StoredColumn) => string }) {
  return (
    <ul>
      {columns.map((column) => (
        <li key={column}>{say(column)}</li>
      ))}
    </ul>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { isUpload, readUpload } from '#http/read-upload'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { FileField } from '#ui/field'
import { Form } from '#ui/form'
import { asSentence, formatCount } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayAddQuestion } from '../access.ts'
import { questionKindWords } from '../builder-words.ts'
import { asSent, readXlsForm } from '../read-xlsform.ts'
import { takeInQuestions } from '../take-in-questions.ts'
import { formFaultWords, leftOutText, questionsRefusals } from '../xlsform-words.ts'
import { conditionText } from './condition-text.ts'
import { draftAt } from './draft-at.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayAddQuestion(visit.actor)) refuse({ refused: 'forbidden' })
  const { slug, title, questions } = await draftAt(params.slug, visit.now)
  return { frame: workroomFrame(visit, request), slug, title, before: questions.length }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  // Before a byte of the file is read.
  if (!mayAddQuestion(actor)) refuse({ refused: 'forbidden' })
  const dialogue = await draftAt(params.slug, now)
  if (isUpload(request)) {
    const file = (await readUpload(request)).file('file')
    const read = file ? readXlsForm(file.bytes) : undefined
    if (!read || typeof read === 'string')
      return data({ read: undefined, problems: [{ field: 'file', text: read ? formFaultWords[read] : (questionsRefusals['no-file'] ?? '') }] }, { status: 422 })
    const questions = read.questions.map(({ key, kind, wording, showIf }) => ({
      key,
      wording,
      kind: questionKindWords[kind][0],
      condition: showIf && conditionText(showIf, read.questions),
    }))
    return data({ read: { questions, leftOut: read.leftOut.map(leftOutText), sent: JSON.stringify(read.questions.map(asSent)) }, problems: [] })
  }
  const result = await takeInQuestions(actor, { dialogueId: dialogue.id, questions: parsed((await readForm(request)).text('questions')) as never }, now)
  if (result.granted) throw redirect(`/arbete/dialoger/${dialogue.slug}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ read: undefined, problems: problemTexts(refusal, questionsRefusals).map(({ text }) => ({ field: 'file', text })) }, { status: statusOf(refusal) })
}

function parsed(sent: string): unknown {
  try {
    return JSON.parse(sent)
  } catch {
    return []
  }
}

export default function QuestionsFromFile() {
  const { frame, slug, title, before } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const read = answer?.read
  return (
    <WorkroomPage frame={frame} title="Läs in frågor" lead={`${asSentence(title)} Frågor som är gjorda i Kobo, ODK eller ett annat verktyg läses in ur ett XLSForm.`}>
      <title>{`Läs in frågor – ${title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {read ? (
        <>
          <h2>{formatCount(read.questions.length, 'fråga går', 'frågor går')} att läsa in</h2>
          <ol className="rows">
            {read.questions.map(({ key, wording, kind, condition }) => (
              <li key={key}>
                <p>
                  <strong>{wording}</strong>
                </p>
                <p className="soft">{kind}</p>
                {condition && <p>{condition}.</p>}
              </li>
            ))}
          </ol>
          {read.leftOut.length > 0 && (
            <Notice kind="warn" title="Det här följer inte med som det står">
              <ul>
                {read.leftOut.map((text) => (
                  <li key={text}>{text}</li>
                ))}
              </ul>
            </Notice>
          )}
          <Form hidden={{ questions: read.sent }}>
            {before > 0 && <p>Frågorna läggs efter {formatCount(before, 'fråga', 'frågor')} som redan finns.</p>}
            <Button>Spara frågorna i utkastet</Button>
          </Form>
        </>
      ) : (
        <Form upload>
          <p>Du får se vilka frågor det blir, och vad som inte följer med, innan något sparas. Titeln och texterna i dialogen ändras inte.</p>
          <FileField name="file" label="Fil med frågor" hint="Excel (.xlsx) med bladen survey och choices." accept=".xlsx" error={answer?.problems[0]?.text} />
          <Button>Läs filen utan att spara</Button>
        </Form>
      )}
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till utkastet</a>
      </p>
    </WorkroomPage>
  )
}

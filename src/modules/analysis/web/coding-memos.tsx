import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { SelectField, TextArea } from '#ui/field'
import { Form } from '#ui/form'
import { formatInstant } from '#ui/format'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadCoding, mayWriteMemo } from '../access.ts'
import { readMemos } from '../read-memos.ts'
import { readThemes } from '../read-themes.ts'
import { writeMemo } from '../write-memo.ts'
import { DeskPages } from './desk-filters.tsx'
import { deskProblems, staleWords } from './desk-problems.ts'

const here = '/arbete/kodning/minnen'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id ?? '',
    memos: process ? await readMemos({ processId: process.id }) : [],
    themes: process ? (await readThemes({ processId: process.id })).map(({ id, name }) => ({ value: id, label: name })) : [],
    mayWrite: process !== undefined && mayWriteMemo(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const [processId, statementId, themeId, replaces, text] = ['processId', 'statementId', 'themeId', 'replaces', 'text'].map((name) => form.text(name)) as [
    string,
    string,
    string,
    string,
    string,
  ]
  const result = await writeMemo(actor, { processId, statementId, themeId, replaces, text }, now)
  if (result.granted) throw redirect(here)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ problems: deskProblems(problemTexts, refusal), stale: staleWords(refusal), kept: form.kept() }, { status: statusOf(refusal) })
}

export default function Memos() {
  const { frame, processId, memos, themes, mayWrite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  return (
    <WorkroomPage frame={frame} title="Anteckningar" lead="Det ni tänker medan ni läser. En ändrad anteckning ersätter den förra, som finns kvar.">
      <title>Anteckningar</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={kept.scope} />
      {answer?.stale && <TwoTexts now={answer.stale} yours={kept.text ?? ''} />}
      <DeskPages here={here} />
      <ul className="rows">
        {memos.map(({ id, statementId, themeId, theme, text, replaces, writtenBy, writtenAt }) => (
          <li key={id}>
            <h2>{theme ?? (statementId ? <a href={`/arbete/kodning?yttrande=${statementId}`}>Ett yttrande</a> : 'Hela arbetet')}</h2>
            <p className="written">
              <bdi>{text}</bdi>
            </p>
            <p className="soft small">
              {writtenBy}, {formatInstant(writtenAt)}
              {replaces && ', ändrad'}
            </p>
            {mayWrite && (
              <details open={kept.replaces === id}>
                <summary>Ändra anteckningen</summary>
                <Form act="edit" hidden={{ replaces: id, processId, statementId: statementId ?? '', themeId: themeId ?? '' }}>
                  <TextArea name="text" label="Anteckningen" value={kept.replaces === id ? kept.text : text} rows={3} />
                  <Button small>Spara anteckningen</Button>
                </Form>
              </details>
            )}
          </li>
        ))}
      </ul>
      {mayWrite && (
        <Form act="write" hidden={{ processId }}>
          <h2>Skriv en ny</h2>
          <SelectField name="themeId" label="Om vad" empty="Hela arbetet" choices={themes} value={kept.replaces ? undefined : kept.themeId} />
          <TextArea name="text" label="Anteckningen" rows={3} value={kept.replaces ? undefined : kept.text} />
          <Button>Spara anteckningen</Button>
        </Form>
      )}
    </WorkroomPage>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readUpload } from '#http/read-upload'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { FileField } from '#ui/field'
import { Form } from '#ui/form'
import { asSentence, formatInstant, formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { beginImport } from '../begin-import.ts'
import { importRefusals, sheetFaultWords, takenInText } from '../import-words.ts'
import { readImports } from '../read-imports.ts'
import { takesInAnswers } from '../weigh-import.ts'
import { importingSurvey } from './import-at.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const dialogue = await importingSurvey(params.slug, visit)
  const { searchParams } = new URL(request.url)
  const count = (name: string) => Math.max(0, Math.trunc(Number(searchParams.get(name))) || 0)
  return {
    frame: workroomFrame(visit, request),
    slug: dialogue.slug,
    title: dialogue.title,
    isOpen: takesInAnswers(dialogue),
    imports: await readImports(dialogue.id),
    takenIn: searchParams.has('inlasta') ? { accepted: count('inlasta'), already: count('redan'), rejected: count('fel') } : undefined,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = signedInVisit(context, request)
  // Before a byte of the file is read.
  const dialogue = await importingSurvey(params.slug, visit)
  const file = (await readUpload(request)).file('file')
  const result = await beginImport(visit.actor, { dialogueId: dialogue.id, fileName: file?.name ?? '', bytes: file?.bytes as Uint8Array<ArrayBuffer> }, visit.now)
  if (result.granted) throw redirect(`/arbete/dialoger/${dialogue.slug}/las-in/${result.value.token}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const texts = refusal.refused === 'unreadable-file' ? [{ text: sheetFaultWords[refusal.fault] }] : problemTexts(refusal, importRefusals)
  return data({ problems: texts.map(({ text }) => ({ field: 'file', text })) }, { status: 422 })
}

export default function ImportPage() {
  const { frame, slug, title: dialogue, isOpen, imports, takenIn } = useLoaderData<typeof loader>()
  const problems = useActionData<typeof action>()?.problems ?? []
  return (
    <WorkroomPage frame={frame} title="Läs in svar" lead={`${asSentence(dialogue)} Svar som gavs i ett annat system läses in ur en fil.`}>
      <title>{`Läs in svar – ${dialogue}`}</title>
      <ErrorSummary problems={problems} />
      {takenIn && (
        <Notice kind="good" title="Klart">
          <p>{takenInText(takenIn)}</p>
        </Notice>
      )}
      {isOpen ? (
        <Form upload>
          <p>
            Hämta svaren ur systemet som CSV eller Excel. Det går med Microsoft Forms, LimeSurvey, Netigate och andra som ger ett svar på varje rad. Sedan säger du vilken kolumn
            som är vilken fråga, och ser hur det blir innan något sparas.
          </p>
          <p>Samma svar läses aldrig in två gånger. Du kan läsa in en nyare fil med fler svar.</p>
          <FileField name="file" label="Fil med svar" hint="CSV eller Excel (.xlsx), högst 5 MB och 20 000 rader." accept=".csv,.tsv,.txt,.xlsx" error={problems[0]?.text} />
          <Button>Läs filen utan att spara svaren</Button>
        </Form>
      ) : (
        <p>{importRefusals['not-open']}.</p>
      )}
      {imports.length > 0 && (
        <Table
          cards
          caption="Filer som är inlästa, den senaste först"
          columns={[{ title: 'Fil' }, { title: 'När' }, { title: 'Inlästa', number: true }, { title: 'Gick inte att läsa in', number: true }]}
          rows={imports.map(({ fileName, importedAt, accepted, rejected }) => [
            <bdi key="f" dir="auto">
              {fileName}
            </bdi>,
            formatInstant(importedAt),
            formatNumber(accepted),
            formatNumber(rejected),
          ])}
        />
      )}
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till dialogen</a>
      </p>
    </WorkroomPage>
  )
}

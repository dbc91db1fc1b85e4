import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount } from '#ui/format'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateTheme } from '../access.ts'
import { createTheme } from '../create-theme.ts'
import { editTheme } from '../edit-theme.ts'
import { readThemes } from '../read-themes.ts'
import { refusalWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const [process] = await listProcesses(visit.now.day)
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id ?? '',
    themes: process ? await readThemes({ processId: process.id }) : [],
    mayChange: mayCreateTheme(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const words = { name: text('name'), definition: text('definition'), whenToUse: text('whenToUse'), whenNot: text('whenNot') }
  const result =
    text('act') === 'edit'
      ? await editTheme(actor, { ...words, themeId: text('themeId'), revision: text('revision') }, now)
      : await createTheme(actor, { ...words, processId: text('processId'), slug: text('slug') }, now)
  if (result.granted) throw redirect('/arbete/kodbok')
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  const stale = result.refusal.refused === 'stale' ? { now: String((result.refusal as { now?: unknown }).now ?? ''), yours: Object.values(words).join(' ') } : undefined
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept(), stale }, { status: statusOf(result.refusal) })
}

export default function Codebook() {
  const { frame, processId, themes, mayChange } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  return (
    <WorkroomPage frame={frame} title="Kodbok">
      <title>Kodbok</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      {answer?.stale && <TwoTexts {...answer.stale} />}
      {themes.length === 0 && (
        <Empty>
          <p>Kodboken säger vilka teman yttranden kan läsas som, och när. Lägg till det första temat här under.</p>
        </Empty>
      )}
      <ul className="rows">
        {themes.map((theme) => {
          const mine = kept.themeId === theme.id ? kept : {}
          return (
            <li key={theme.id}>
              <h2>{theme.name}</h2>
              <p>
                {theme.definition} <span className="soft">{formatCount(theme.statements, 'yttrande', 'yttranden')}</span>
              </p>
              <p className="small">
                Används: {theme.whenToUse} Inte: {theme.whenNot}
              </p>
              {mayChange && (
                <details>
                  <summary>Ändra {theme.name}</summary>
                  <Form act="edit" hidden={{ themeId: theme.id, revision: String(theme.revision) }}>
                    <ThemeFields kept={{ ...theme, ...mine } as unknown as Record<string, string>} />
                    <Button>Spara temat</Button>
                  </Form>
                </details>
              )}
            </li>
          )
        })}
      </ul>
      {mayChange && processId && (
        <Form act="create" hidden={{ processId }}>
          <h2>Lägg till ett tema</h2>
          <ThemeFields kept={kept.themeId ? {} : kept} />
          <TextField name="slug" label="Adress" hint="Små bokstäver, siffror och bindestreck." value={kept.slug} short />
          <Button>Lägg till temat</Button>
        </Form>
      )}
    </WorkroomPage>
  )
}

function ThemeFields({ kept }: { kept: Record<string, string> }) {
  return (
    <>
      <TextField name="name" label="Temats namn" value={kept.name} />
      <TextArea name="definition" label="Vad temat är" value={kept.definition} rows={2} />
      <TextArea name="whenToUse" label="När det används" value={kept.whenToUse} rows={2} />
      <TextArea name="whenNot" label="När det inte används" value={kept.whenNot} rows={2} />
    </>
  )
}

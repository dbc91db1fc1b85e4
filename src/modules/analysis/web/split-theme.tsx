import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readRawStatements } from '#participation'
import { readingIsLogged } from '#participation/words'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { CheckboxGroup, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatNumber } from '#ui/format'
import { WorkroomPage } from '#ui/workroom-page'
import { mayEditTheme } from '../access.ts'
import { codebookRefusals } from '../codebook-words.ts'
import { readVoicesOfThemes } from '../read-codings.ts'
import { readThemes } from '../read-themes.ts'
import { splitTheme } from '../split-theme.ts'
import { ThemeFields } from './theme-fields.tsx'

// As many as one can go through in a sitting; the rest are there when these have been moved.
const mostAtOnce = 200

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayEditTheme(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const theme = process && (await readThemes({ processId: process.id })).find(({ slug }) => slug === params.slug)
  if (!theme) refuse({ refused: 'not-found' })
  const ids = [...new Set((await readVoicesOfThemes([theme.id])).map(({ statementId }) => statementId))].sort()
  const statements = await readRawStatements(visit.actor, ids.slice(0, mostAtOnce), visit.now)
  return {
    frame: workroomFrame(visit, request),
    theme: { id: theme.id, slug: theme.slug, name: theme.name },
    all: ids.length,
    statements: statements.map(({ id, text }) => ({ id, text })),
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const words = { name: text('name'), definition: text('definition'), whenToUse: text('whenToUse'), whenNot: text('whenNot'), examples: text('examples') }
  const result = await splitTheme(actor, { ...words, themeId: text('themeId'), reason: text('reason'), statementIds: form.all('statementIds') }, now)
  if (result.granted) throw redirect(`/arbete/kodbok/${result.value.slug}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, codebookRefusals), kept: form.kept(), chosen: form.all('statementIds') }, { status: statusOf(result.refusal) })
}

export default function SplitTheme() {
  const { frame, theme, all, statements } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title={`Dela ${theme.name}`} lead="Välj de yttranden som hör till ett nytt tema. Resten ligger kvar.">
      <title>{`Dela ${theme.name}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {statements.length === 0 ? (
        <Empty>
          <p>Inget är kodat med {theme.name}, så det finns inget att dela.</p>
        </Empty>
      ) : (
        <Form hidden={{ themeId: theme.id }}>
          <p className="soft">{readingIsLogged}</p>
          {all > statements.length && (
            <p>
              Här visas {formatNumber(statements.length)} av {formatNumber(all)}. Fler visas när de här är flyttade.
            </p>
          )}
          <CheckboxGroup name="statementIds" label="Hör till det nya temat" choices={statements.map(({ id, text }) => ({ value: id, label: text }))} values={answer?.chosen} />
          <h2>Det nya temat</h2>
          <ThemeFields kept={answer?.kept ?? {}} />
          <TextField name="reason" label="Varför temat delas" value={answer?.kept.reason} />
          <Button>Dela temat</Button>
        </Form>
      )}
    </WorkroomPage>
  )
}

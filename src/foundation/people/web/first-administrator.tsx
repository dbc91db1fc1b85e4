import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { visitOf } from '#http/visit'
import { isFirstKey, issueToken, spendToken, welcomeFirstAdministrator } from '#people'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { PublicPage } from '#ui/page'
import { problemWords } from './problem-words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const key = new URL(request.url).searchParams.get('nyckel') ?? ''
  if (!(await isFirstKey(key, visit.now))) refuse({ refused: 'not-found' })
  return { frame: publicFrame(visit, request), key }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const input = { key: form.text('nyckel'), municipality: form.text('municipality'), name: form.text('name'), email: form.text('email') }
  const result = await welcomeFirstAdministrator(input, visitOf(context).now)
  if (!result.granted) {
    if (result.refusal.refused !== 'invalid') refuse(result.refusal)
    return data({ problems: problemWords(result.refusal.problems), kept: form.kept() }, { status: statusOf(result.refusal) })
  }
  const token = await issueToken(result.value.email)
  const headers = new Headers()
  for (const cookie of (token && (await spendToken(token))) || []) headers.append('set-cookie', cookie)
  throw redirect('/arbete/kom-igang', { headers })
}

export default function FirstAdministrator() {
  const { frame, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errorOf = (field: string) => answer?.problems.find((problem) => problem.field === field)?.text
  return (
    <PublicPage frame={frame} title="Välkommen till Samsyn" lead="Du är först här. Säg vilken kommun det gäller och vem du är, så blir du administratör och kan bjuda in andra.">
      <title>Välkommen till Samsyn</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      <Form hidden={{ nyckel: key }}>
        <TextField name="municipality" label="Kommunens namn" hint="Till exempel Ånge kommun." value={answer?.kept.municipality} error={errorOf('municipality')} />
        <TextField name="name" label="Ditt namn" value={answer?.kept.name} error={errorOf('name')} autoComplete="name" />
        <TextField
          name="email"
          type="email"
          label="Din e-postadress"
          hint="Du loggar in med en länk som vi skickar hit."
          value={answer?.kept.email}
          error={errorOf('email')}
          autoComplete="email"
        />
        <Button>Bli administratör</Button>
      </Form>
    </PublicPage>
  )
}

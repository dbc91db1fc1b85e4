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
import { firstProblemWords, firstWords } from './first-words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const key = new URL(request.url).searchParams.get('nyckel') ?? ''
  if (!(await isFirstKey(key, visit.now))) refuse({ refused: 'not-found' })
  return { frame: publicFrame(visit, request), key }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const input = { key: form.text('nyckel'), municipality: form.text('municipality'), name: form.text('name'), email: form.text('email') }
  const visit = visitOf(context)
  const result = await welcomeFirstAdministrator(input, visit.now)
  if (!result.granted) {
    if (result.refusal.refused !== 'invalid') refuse(result.refusal)
    const said: Record<string, string> = firstProblemWords(visit.language)
    const problems = result.refusal.problems.map(({ field, problem }) => ({ field, text: said[problem] ?? said.otherwise ?? '' }))
    return data({ problems, kept: form.kept() }, { status: statusOf(result.refusal) })
  }
  const token = await issueToken(result.value.email)
  const headers = new Headers()
  for (const cookie of (token && (await spendToken(token))) || []) headers.append('set-cookie', cookie)
  throw redirect('/arbete/kom-igang', { headers })
}

export default function FirstAdministrator() {
  const { frame, key } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const word = firstWords(frame.language)
  const errorOf = (field: string) => answer?.problems.find((problem) => problem.field === field)?.text
  return (
    <PublicPage frame={frame} title={word.title} lead={word.lead}>
      <title>{word.title}</title>
      <ErrorSummary problems={answer?.problems ?? []} language={frame.language} />
      <Form hidden={{ nyckel: key }}>
        <TextField name="municipality" label={word.municipality} hint={word.municipalityHint} value={answer?.kept.municipality} error={errorOf('municipality')} />
        <TextField name="name" label={word.name} value={answer?.kept.name} error={errorOf('name')} autoComplete="name" />
        <TextField name="email" type="email" label={word.email} hint={word.emailHint} value={answer?.kept.email} error={errorOf('email')} autoComplete="email" />
        <Button>{word.begin}</Button>
      </Form>
    </PublicPage>
  )
}

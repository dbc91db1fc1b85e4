import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { visitOf } from '#http/visit'
import { spendToken } from '#people'
import { Button } from '#ui/button'
import { Form } from '#ui/form'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'

/** The link leads here, and a person presses the button: a mail scanner that follows links can't spend it. */
export function loader({ context, request }: LoaderFunctionArgs) {
  return { frame: publicFrame(visitOf(context), request), token: new URL(request.url).searchParams.get('nyckel') ?? '' }
}

export async function action({ request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const cookies = await spendToken(form.text('nyckel').slice(0, 200))
  if (!cookies) return data({ refused: true }, { status: 403 })
  const headers = new Headers()
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  throw redirect('/arbete', { headers })
}

export default function SpendLink() {
  const { frame, token } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <PublicPage frame={frame} title="Logga in">
      <title>{`Logga in – ${frame.municipality}`}</title>
      {answer?.refused ? (
        <Notice kind="warn">
          <p>Länken gäller inte längre. Den kan ha använts redan eller vara äldre än 15 minuter.</p>
          <p>
            <a href="/logga-in">Be om en ny länk</a>
          </p>
        </Notice>
      ) : (
        <Form hidden={{ nyckel: token }}>
          <p>Tryck på knappen så är du inne.</p>
          <Button>Logga in</Button>
        </Form>
      )}
    </PublicPage>
  )
}

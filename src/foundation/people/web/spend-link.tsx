import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { visitOf } from '#http/visit'
import { spendToken } from '#people'
import { Button } from '#ui/button'
import { Form } from '#ui/form'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { signInWords } from './sign-in-words.ts'

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
  const word = signInWords(frame.language)
  return (
    <PublicPage frame={frame} title={word.title}>
      <title>{`${word.title} – ${frame.municipality}`}</title>
      {answer?.refused ? (
        <Notice kind="warn">
          <p>{word.linkOver}</p>
          <p>
            <a href="/logga-in">{word.askAgain}</a>
          </p>
        </Notice>
      ) : (
        <Form hidden={{ nyckel: token }}>
          <p>{word.press}</p>
          <Button>{word.title}</Button>
        </Form>
      )}
    </PublicPage>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { surroundings } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { signInByPasskey } from '#people'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { ownPath, passkeyCookie } from './journey-cookie.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  return { frame: publicFrame(visitOf(context), request) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { address } = surroundings()
  const result = await signInByPasskey({ address, secret: passkeyCookie.read(request.headers), answer: form.text('svar') }, visitOf(context).now)
  const headers = new Headers({ 'set-cookie': passkeyCookie.end(address) })
  if (!result.granted) return data({ refused: true }, { status: 403, headers })
  for (const cookie of result.value.cookies) headers.append('set-cookie', cookie)
  throw redirect(ownPath(form.text('till')), { headers })
}

export default function PasskeySignIn() {
  const { frame } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <PublicPage frame={frame} title="Du är inte inloggad">
      <title>{`Du är inte inloggad – ${frame.municipality}`}</title>
      <Notice kind="warn">
        {answer?.refused && <p>Vi kände inte igen passnyckeln. Den kan vara borttagen, höra till en annan webbplats, eller så tog det för lång tid.</p>}
        <p>
          <a href="/logga-in">Försök igen, eller be om en länk till din e-post</a>
        </p>
      </Notice>
    </PublicPage>
  )
}

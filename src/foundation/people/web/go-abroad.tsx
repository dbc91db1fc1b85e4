import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { beginForeignSignIn, listProviders } from '#people'
import { PublicPage } from '#ui/page'
import { journeyCookie, ownPath } from './journey-cookie.ts'
import { signInWords } from './sign-in-words.ts'

export function loader({ context, request, params }: LoaderFunctionArgs) {
  const provider = listProviders().find(({ key }) => key === params.provider)
  if (!provider) refuse({ refused: 'not-found' })
  return { frame: publicFrame(visitOf(context), request), name: provider.name }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const form = await readForm(request)
  const { address } = surroundings()
  const result = await beginForeignSignIn({ provider: params.provider ?? '', address, returnTo: ownPath(form.text('till')) }, visitOf(context).now)
  if (!result.granted && result.refusal.refused === 'not-found') refuse(result.refusal)
  if (!result.granted) throw redirect('/logga-in/svar/ingen?hinder=tyst')
  return data({ location: result.value.location }, { headers: { 'set-cookie': journeyCookie.keep(result.value.secret, address) } })
}

/** Whoever comes without the button goes to where it is. A page, and not a redirect: a browser lets no form that was sent to us lead elsewhere. */
export default function GoAbroad() {
  const { frame, name } = useLoaderData<typeof loader>()
  const location = useActionData<typeof action>()?.location ?? '/logga-in'
  const word = signInWords(frame.language)
  return (
    <PublicPage frame={frame} title={word.onTo(name)}>
      <title>{word.onTo(name)}</title>
      <meta httpEquiv="refresh" content={`0;url=${location}`} />
      <p>
        {word.sentOn} <a href={location}>{word.goOn(name)}</a>
      </p>
    </PublicPage>
  )
}

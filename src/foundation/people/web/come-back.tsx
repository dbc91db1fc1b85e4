import { data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { finishForeignSignIn } from '#people'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { journeyCookie } from './journey-cookie.ts'
import { signInWords } from './sign-in-words.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const [visit, url, { address }] = [visitOf(context), new URL(request.url), surroundings()]
  const frame = publicFrame(visit, request)
  if (url.searchParams.get('hinder') === 'tyst') return data({ frame, hindrance: 'provider-silent' as const }, { status: 503 })
  const secret = journeyCookie.read(request.headers)
  const result = await finishForeignSignIn({ provider: params.provider ?? '', address, search: url.search, secret, signedIn: visit.actor?.person }, visit.now)
  const headers = new Headers({ 'set-cookie': journeyCookie.end(address) })
  if (result.granted) {
    for (const cookie of result.value.cookies) headers.append('set-cookie', cookie)
    throw redirect(result.value.returnTo, { headers })
  }
  const { refusal } = result
  if (refusal.refused === 'not-found') refuse(refusal)
  return data({ frame, hindrance: refusal.refused }, { status: 403, headers })
}

export default function ComeBack() {
  const { frame, hindrance } = useLoaderData<typeof loader>()
  const word = signInWords(frame.language)
  return (
    <PublicPage frame={frame} title={word.notSignedIn}>
      <title>{`${word.notSignedIn} – ${frame.municipality}`}</title>
      <Notice>
        <p>{word[hindrance]}</p>
        <p>
          <a href="/logga-in">{word.signInAgain}</a>
        </p>
      </Notice>
    </PublicPage>
  )
}

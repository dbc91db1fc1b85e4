import { data, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { finishForeignSignIn } from '#people'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { journeyCookie } from './journey-cookie.ts'

const hindrances = {
  'journey-over': 'Inloggningen tog för lång tid, var redan använd eller började i en annan webbläsare.',
  'not-vouched-for': 'Inloggningen avbröts, eller så gick svaret inte att lita på.',
  'unknown-person':
    'Vi känner igen dig, men du har inget uppdrag här med den inloggningen. Be en administratör bjuda in dig. Har du redan ett uppdrag: logga in på annat sätt först, och därefter så här, så knyts de ihop.',
  'provider-silent': 'Tjänsten du skulle logga in med svarar inte just nu.',
}

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const [visit, url, { address }] = [visitOf(context), new URL(request.url), surroundings()]
  const frame = publicFrame(visit, request)
  if (url.searchParams.get('hinder') === 'tyst') return data({ frame, hindrance: hindrances['provider-silent'] }, { status: 503 })
  const secret = journeyCookie.read(request.headers)
  const result = await finishForeignSignIn({ provider: params.provider ?? '', address, search: url.search, secret, signedIn: visit.actor?.person }, visit.now)
  const headers = new Headers({ 'set-cookie': journeyCookie.end(address) })
  if (result.granted) {
    for (const cookie of result.value.cookies) headers.append('set-cookie', cookie)
    throw redirect(result.value.returnTo, { headers })
  }
  const { refusal } = result
  if (refusal.refused === 'not-found') refuse(refusal)
  return data({ frame, hindrance: hindrances[refusal.refused] }, { status: 403, headers })
}

export default function ComeBack() {
  const { frame, hindrance } = useLoaderData<typeof loader>()
  return (
    <PublicPage frame={frame} title="Du är inte inloggad">
      <title>{`Du är inte inloggad – ${frame.municipality}`}</title>
      <Notice>
        <p>{hindrance}</p>
        <p>
          <a href="/logga-in">Logga in igen</a>
        </p>
      </Notice>
    </PublicPage>
  )
}

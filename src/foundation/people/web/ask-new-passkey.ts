import { type ActionFunctionArgs, redirect } from 'react-router'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { signedInVisit } from '#http/visit'
import { askForNewPasskey, signedInAt } from '#people'
import { passkeyCookie } from './journey-cookie.ts'

export function loader() {
  return redirect('/arbete/mina-nycklar')
}

/** What our script is to ask the browser for. When it is refused the script sends the form as it is, and the page says why. */
export async function action({ context, request }: ActionFunctionArgs) {
  const visit = signedInVisit(context, request)
  const form = await readForm(request)
  const { address } = surroundings()
  const wish = { address, name: form.text('name'), municipality: visit.municipality?.name ?? '', signedInAt: await signedInAt(request.headers) }
  const result = await askForNewPasskey(visit.actor, wish, visit.now)
  if (!result.granted) refuse(result.refusal)
  return Response.json(result.value.question, { headers: { 'set-cookie': passkeyCookie.keep(result.value.secret, address) } })
}

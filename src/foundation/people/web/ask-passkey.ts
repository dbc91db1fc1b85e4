import { type ActionFunctionArgs, redirect } from 'react-router'
import { refuse } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { askForPasskey } from '#people'
import { passkeyCookie } from './journey-cookie.ts'

export function loader() {
  return redirect('/logga-in')
}

/** What our script is to ask the browser's passkeys. */
export async function action({ context }: ActionFunctionArgs) {
  const { address } = surroundings()
  const result = await askForPasskey({ address }, visitOf(context).now)
  if (!result.granted) refuse(result.refusal)
  return Response.json(result.value.question, { headers: { 'set-cookie': passkeyCookie.keep(result.value.secret, address) } })
}

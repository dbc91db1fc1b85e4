import { type ActionFunctionArgs, redirect } from 'react-router'
import { endSession } from '#people'

export function loader() {
  return redirect('/')
}

export async function action({ request }: ActionFunctionArgs) {
  const headers = new Headers()
  for (const cookie of await endSession(request.headers)) headers.append('set-cookie', cookie)
  return redirect('/', { headers })
}

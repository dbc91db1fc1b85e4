import { type LoaderFunctionArgs, redirect } from 'react-router'
import { signedInVisit } from '#http/visit'

// Where each role has its work waiting. Whoever has several begins with the first.
const desks = {
  'process-leader': '/arbete/process',
  analyst: '/arbete/kodning',
  secretary: '/arbete/arenden',
  controller: '/arbete/planer',
  responsible: '/arbete/uppfoljning',
  auditor: '/arbete/handelser',
  administrator: '/arbete/personer',
} as const

export function loader({ context, request }: LoaderFunctionArgs) {
  const { signedIn } = signedInVisit(context, request)
  const role = signedIn.roles[0]
  return redirect(role ? desks[role] : '/')
}

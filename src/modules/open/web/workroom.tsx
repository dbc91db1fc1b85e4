import { type LoaderFunctionArgs, redirect } from 'react-router'
import { signedInVisit } from '#http/visit'
import { readFirstSteps } from '../read-first-steps.ts'

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

export async function loader({ context, request }: LoaderFunctionArgs) {
  const { signedIn, now } = signedInVisit(context, request)
  const role = signedIn.roles[0]
  // Until the first questions are out, those who are to get there begin where it says what comes next; after that, whoever has a step left of their own.
  const begins = signedIn.roles.some((held) => held === 'administrator' || held === 'process-leader')
  const left = begins ? (await readFirstSteps(now)).filter(({ done, optional }) => !done && !optional) : []
  if (left.some(({ key, by }) => key === 'open' || signedIn.roles.includes(by))) return redirect('/arbete/kom-igang')
  return redirect(role ? desks[role] : '/')
}

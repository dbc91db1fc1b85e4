import type { ActionFunctionArgs } from 'react-router'
import { askedLanguage, problemResponse } from './api-problem.ts'

/** What isn't a vote, at the address of votes. Votes themselves the server takes before the pages: `answer-vote.ts`. */
export function action({ request }: ActionFunctionArgs): Response {
  return problemResponse('wrong-method', askedLanguage(request))
}

export const loader = action

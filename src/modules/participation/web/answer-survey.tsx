import { renderToString } from 'react-dom/server'
import type { RouterContextProvider } from 'react-router'
import { frameWith } from '#http/frame'
import { mailLeaves } from '#http/surroundings'
import type { Visit } from '#http/visit'
import { listProcesses } from '#process'
import { Document } from '#ui/document'
import { textsOf } from '../rules/survey-texts.ts'
import { sendAnswer, sentContext } from './send-answer.ts'
import { newSubmissionKey, surveyOf } from './survey-of.ts'
import { SurveyScript } from './survey-script.tsx'
import { ThanksPage } from './thanks-page.tsx'

type Thanks = { readonly html: string; readonly headers: Headers }
/** Tells the page what became of the form. */
type Untold = { tell(page: RouterContextProvider): void }

/**
 * Answers a form of a survey. One that is stored is thanked for here, by the side of the pages: the router's way from a form to a page takes more than a
 * quarter of an answer. Whatever else is to be said is said by the page: then the answer is what tells it of the form.
 */
export async function answerSurvey(request: Request, slug: string, visit: Visit): Promise<Response | Thanks | Untold> {
  const sending = sendAnswer(request, slug, visit)
  const sent = await sending.catch(sentElsewhere)
  if (sent instanceof Response) return sent
  // Also what went wrong is said by the page: what was thrown here is thrown there.
  if (!sent?.thanked) return { tell: (page) => page.set(sentContext, sending) }
  const { answer, thanked } = sent
  const { dialogue, receipt } = thanked
  const asking = (await listProcesses(visit.now.day)).find(({ id }) => id === dialogue.processId)
  const frame = await frameWith(visit, request, textsOf(dialogue))
  const survey = surveyOf(dialogue, asking, visit.language, frame.content)
  const html = renderToString(
    <Document language={visit.language} accent={visit.municipality?.accent}>
      <ThanksPage
        {...{ frame, survey, receipt }}
        said={answer.data.said}
        written={{}}
        newKey={newSubmissionKey()}
        mailLeaves={mailLeaves()}
        script={<SurveyScript slug={survey.slug} questions={[]} isAnswer isBegun={false} language={visit.language} nonce={visit.nonce} />}
      />
    </Document>,
  )
  const headers = new Headers(answer.init?.headers)
  headers.set('content-type', 'text/html; charset=utf-8')
  return { html: `<!doctype html>${html}`, headers }
}

/** Where one is sent on to, as the next part of a survey is; any other fault is the page's. */
function sentElsewhere(fault: unknown): Response | undefined {
  return fault instanceof Response && fault.headers.has('location') ? fault : undefined
}

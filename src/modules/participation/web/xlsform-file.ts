import type { LoaderFunctionArgs } from 'react-router'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { mayExportAnswers } from '../access.ts'
import { readSurvey } from '../read-survey.ts'
import { writeXlsForm } from '../write-xlsform.ts'
import { fileResponse } from './export-file.ts'

/** The questions as an XLSForm, of a draft too: they hold nothing that anybody answered. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const visit = signedInVisit(context, request)
  if (!mayExportAnswers(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readSurvey(params.slug ?? '', visit.now)
  return dialogue ? fileResponse(writeXlsForm(dialogue, visit.now)) : refuse({ refused: 'not-found' })
}

import type { LoaderFunctionArgs } from 'react-router'
import { visitOf } from '#http/visit'
import { asShownInSweden, instantInSweden } from '#kernel/wall-clock'
import { listDialogues } from '../read-dialogues.ts'
import { readSurvey, type SurveyReading } from '../read-survey.ts'
import { inLanguage, type Language } from '../rules/in-language.ts'
import { choiceKeys } from '../rules/question.ts'
import { questionOf } from '../rules/spoken-question.ts'
import { askedLanguage, problemResponse } from './api-problem.ts'

/** `GET /api/v1/dialogues` and `/api/v1/dialogues/{slug}`: what is asked, with the keys that answers are sent by. */
export async function loader({ context, request, params }: LoaderFunctionArgs): Promise<Response> {
  const { now } = visitOf(context)
  const language = askedLanguage(request)
  if (params.slug === undefined) {
    const dialogues = (await listDialogues(now)).filter(({ kind, state }) => kind !== 'notes' && state !== 'draft')
    return answer({ dialogues: dialogues.map((each) => briefly(each, language)) }, language)
  }
  const dialogue = await readSurvey(params.slug, now)
  if (!dialogue || dialogue.kind === 'notes' || dialogue.state === 'draft') return problemResponse('not-found', language)
  const text = ({ text: words }: { text: string }) => words
  return answer(
    {
      ...briefly(dialogue, language),
      information: text(inLanguage(language, dialogue.information, dialogue.informationEnglish)),
      promise: text(inLanguage(language, dialogue.promise, dialogue.promiseEnglish)),
      legalBasis: dialogue.legalBasis,
      retention: { rule: dialogue.retention, years: dialogue.retentionYears },
      contact: dialogue.contact,
      version: dialogue.version,
      questions: dialogue.questions.map((question) => {
        const { key, kind, required, maxLines, showIf, wording, hint, sectionHeading, choices, rows, form } = questionOf(question, language)
        const now = new Set(choiceKeys(question))
        const offered = (given: typeof choices) => given.map((choice) => ({ key: choice.key, label: choice.label.text }))
        return {
          ...{ key, kind, required, question: wording.text, hint: hint?.text ?? null, section: sectionHeading?.text ?? null, showIf },
          ...(kind === 'lines' && { lines: maxLines }),
          ...(choices.length > 0 && { choices: offered(choices.filter((choice) => now.has(choice.key))) }),
          ...(question.map && {
            squares: question.map.squares.map((square) => ({ key: square.key, label: choices.find(({ key }) => key === square.key)?.label.text ?? square.name })),
          }),
          ...(rows.length > 0 && { rows: offered(rows) }),
          ...{ other: form.other, least: form.least, most: form.most, longest: form.longest, earliest: form.earliest, latest: form.latest },
        }
      }),
    },
    language,
  )
}

export function action({ request }: LoaderFunctionArgs): Response {
  return problemResponse('wrong-method', askedLanguage(request))
}

function briefly(dialogue: SurveyReading, language: Language) {
  const { slug, kind, state, opensOn, opensTime, closesOn, closesTime } = dialogue
  return {
    slug,
    kind,
    title: inLanguage(language, dialogue.title, dialogue.titleEnglish).text,
    state,
    opens: `${opensOn} ${opensTime}`,
    closes: `${closesOn} ${closesTime}`,
    timeZone: 'Europe/Stockholm',
    ...momentsOf(dialogue),
  }
}

/** When it really was open, as instants. One that was opened after its day opened then; one that was closed early, perhaps before it had opened, ended then. */
function momentsOf({ opensOn, opensTime, closesOn, closesTime, openedAt, closedAt }: SurveyReading) {
  const [opens, closes] = [instantInSweden(opensOn, opensTime), instantInSweden(closesOn, closesTime, 'last')]
  return { opensAt: asShownInSweden(openedAt && openedAt > opens ? openedAt : opens), closesAt: asShownInSweden(closedAt ?? closes) }
}

function answer(body: object, language: Language): Response {
  return Response.json(body, { headers: { 'content-language': language, 'cache-control': 'no-cache' } })
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { ErrorSummary } from '#ui/error-summary'
import { formatInstant } from '#ui/format'
import { Quote } from '#ui/quote'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayOpenOriginal, mayReadStatements, mayTranslateStatement } from '../access.ts'
import { causeInWords } from '../cause-words.ts'
import { openOriginal } from '../open-original.ts'
import { readReviewedStatement } from '../read-reviewed-statement.ts'
import { stateOfReviewWords } from '../review-words.ts'
import { languageName } from '../rules/other-language.ts'
import { translateStatement } from '../translate-statement.ts'
import { readingIsLogged, refusalWords } from '../words.ts'
import { OriginalForm, TranslationForm, translationTooLong } from './statement-forms.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadStatements(visit.actor)) refuse({ refused: 'forbidden' })
  const id = idIn(params.statement)
  const statement = id && (await readReviewedStatement(visit.actor, id, visit.now))
  if (!statement) refuse({ refused: 'not-found' })
  return {
    frame: workroomFrame(visit, request),
    statement,
    mayTranslate: mayTranslateStatement(visit.actor) !== undefined,
    mayOpenOriginal: mayOpenOriginal(visit.actor) !== undefined,
  }
}

/** What was masked is given in the answer itself, and lies at no address. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const statementId = idIn(params.statement) ?? refuse({ refused: 'not-found' })
  const act = form.text('act')
  if (act !== 'translate' && act !== 'original') refuse({ refused: 'not-found' })
  const result =
    act === 'original'
      ? await openOriginal(actor, { statementId, reason: form.text('reason') }, now)
      : await translateStatement(actor, { statementId, text: form.text('text') }, now)
  if (result.granted && result.value) return data({ problems: [], kept: {} as Record<string, string>, original: result.value.original })
  if (result.granted) throw redirect(`/arbete/granska/${statementId}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  const own = act === 'translate' ? { ...refusalWords, 'too-long': translationTooLong } : refusalWords
  return data({ problems: problemTexts(result.refusal, own), kept: form.kept(), original: undefined }, { status: statusOf(result.refusal) })
}

const idIn = (written: string | undefined) => /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.exec(written ?? '')?.[0]

export default function ReviewedStatement() {
  const { frame, statement, mayTranslate, mayOpenOriginal } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { text, language, translation, question, group, isMasked, reviews, translations } = statement
  const problems = answer?.problems ?? []
  return (
    <WorkroomPage frame={frame} title="En text och vad som är sagt om den">
      <title>En text och vad som är sagt om den</title>
      <p>
        <a href="/arbete/granska">Till granskningen</a>
      </p>
      <p className="soft">{readingIsLogged}</p>
      <ErrorSummary problems={problems} scope={answer?.kept.scope} />
      <Quote
        text={text}
        lang={language ?? 'sv'}
        from={[`${group}. ${question}`, language && `Språk: ${languageName(language)}`, isMasked && 'Maskerad'].filter(Boolean).join(' – ')}
        translation={translation && { text: translation.text, by: `Översatt av ${translation.by}` }}
      />
      {language && (
        <section>
          <h2>På svenska</h2>
          {translations.length > 0 && !translation && <p>Texten har ändrats sedan den översattes. Den gamla översättningen visas inte längre.</p>}
          {mayTranslate && <TranslationForm problems={problems} value={answer?.kept.text ?? translation?.text} />}
          {translations.length > 0 && (
            <ul>
              {translations.map(({ id, by, at }) => (
                <li key={id}>{`Översatt av ${by}, ${formatInstant(at)}`}</li>
              ))}
            </ul>
          )}
        </section>
      )}
      <h2>Vad som är sagt</h2>
      {reviews.length === 0 ? (
        <p>Ingen har granskat texten än.</p>
      ) : (
        <Table
          cards
          caption="Granskningar, den senaste först"
          columns={[{ title: 'Vem' }, { title: 'När' }, { title: 'Vad' }, { title: 'Skäl' }]}
          rows={reviews.map((row) => [
            row.by,
            formatInstant(row.at),
            row.verdict === 'may-be-shown' && row.isMasked ? 'Får visas, maskerad' : stateOfReviewWords[row.verdict],
            <bdi key="why">{causeInWords(row)}</bdi>,
          ])}
        />
      )}
      {isMasked && mayOpenOriginal && <OriginalForm problems={problems} reason={answer?.kept.reason} original={answer?.original} />}
    </WorkroomPage>
  )
}

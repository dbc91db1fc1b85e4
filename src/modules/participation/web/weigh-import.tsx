import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { Form } from '#ui/form'
import { formatCount, formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { importRefusals, reasonText } from '../import-words.ts'
import { mapWords } from '../map-import.ts'
import { sayAnswer } from '../say-answer.ts'
import { takeInAnswers } from '../take-in-answers.ts'
import { weighImport } from '../weigh-import.ts'
import { importAt, importingSurvey } from './import-at.ts'
import { UnknownWords, unknownWordsOf, wordsSent } from './unknown-words.tsx'

const [answersShown, rejectedShown] = [5, 20]

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const { dialogue, begun } = await importAt(params, visit)
  const { fresh, already, alike, rejected, unknown } = await weighImport(dialogue, begun, visit.now)
  return {
    frame: workroomFrame(visit, request),
    title: dialogue.title,
    fileName: begun.fileName,
    here: `/arbete/dialoger/${dialogue.slug}/las-in/${begun.token}`,
    counts: { fresh: fresh.length, already, alike, rejected: rejected.length, notAsked: fresh.reduce((sum, { notAsked }) => sum + notAsked, 0) },
    answers: fresh.slice(0, answersShown).map(({ line, values, lines }) => ({
      line,
      said: sayAnswer(dialogue.questions, values, lines, 'sv').map(({ question, chosen, written }) => ({
        question: question.text,
        said: [...chosen.map(({ text }) => text), ...written],
      })),
    })),
    rejected: rejected.slice(0, rejectedShown).map(({ line, reasons }) => ({ line, said: reasonText(reasons, dialogue.questions) })),
    unknown: unknownWordsOf(unknown, dialogue.questions),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const visit = signedInVisit(context, request)
  const dialogue = await importingSurvey(params.slug, visit)
  const form = await readForm(request)
  const ids = { dialogueId: dialogue.id, token: params.fil ?? '' }
  const room = `/arbete/dialoger/${dialogue.slug}/las-in`
  if (form.text('act') === 'words') {
    const mapped = await mapWords(visit.actor, { ...ids, words: wordsSent(form) }, visit.now)
    if (mapped.granted) throw redirect(`${room}/${ids.token}/granska`)
    return refuse(mapped.refusal)
  }
  const result = await takeInAnswers(visit.actor, ids, visit.now)
  if (result.granted) {
    const { accepted, already, rejected } = result.value
    throw redirect(`${room}?inlasta=${accepted}&redan=${already}&fel=${rejected}`)
  }
  const { refusal } = result
  // A double send: the first has taken it in, which the page before says.
  if (refusal.refused === 'not-found') throw redirect(room)
  if (refusal.refused === 'forbidden') refuse(refusal)
  return data({ problems: problemTexts(refusal, importRefusals) }, { status: 422 })
}

export default function WeighImport() {
  const { frame, title, fileName, here, counts, answers, rejected, unknown } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const { fresh, already, alike, notAsked } = counts
  return (
    <WorkroomPage frame={frame} title="Så här blir det" lead={`${fileName} är läst. Inget svar är sparat än.`}>
      <title>{`Så här blir det – ${title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      <Facts
        facts={[
          ['Nya svar', formatNumber(fresh)],
          ...(already > 0 ? [['Redan inlästa', `${formatCount(already, 'rad', 'rader')}. De läses inte in igen`] as const] : []),
          ['Går inte att läsa in', formatCount(counts.rejected, 'rad', 'rader')],
          ...(notAsked > 0 ? [['Tas inte med', `${formatNumber(notAsked)} svar på frågor som inte ställs till den som svarar så`] as const] : []),
        ]}
      />
      {alike > 0 && (
        <Notice kind="warn" title="Kan vara samma svar">
          <p>
            {formatCount(alike, 'ny rad', 'nya rader')} säger ordagrant samma sak som svar som redan är inlästa. Det kan vara olika personer. Är det samma fil som har sparats om
            ska du inte läsa in den.
          </p>
        </Notice>
      )}
      <UnknownWords unknown={unknown} />
      {answers.length > 0 && (
        <>
          <h2>De första svaren</h2>
          {answers.map(({ line, said }) => (
            <section key={line} className="panel">
              <h3>Rad {formatNumber(line)}</h3>
              <Facts
                small
                facts={said.map(({ question, said: texts }) => [
                  question,
                  <bdi key="a" dir="auto">
                    {texts.join(' · ')}
                  </bdi>,
                ])}
              />
            </section>
          ))}
        </>
      )}
      {rejected.length > 0 && (
        <section>
          <h2>Rader som inte går att läsa in</h2>
          <Table
            caption={rejected.length < counts.rejected ? `De första ${formatNumber(rejected.length)} av ${formatNumber(counts.rejected)}` : 'Rader och skäl'}
            columns={[{ title: 'Rad', number: true }, { title: 'Varför' }]}
            rows={rejected.map(({ line, said }) => [formatNumber(line), <bdi key="s">{said}</bdi>])}
          />
          <p>
            <a href={`${here}/avvisade`}>Hämta raderna som en fil att rätta</a>. Skälen står efter svaren. Låt den sista kolumnen stå: på den känns raden igen. Rätta filen och läs
            in den för sig. Hämta den innan du läser in de andra, för filen du skickade slängs då.
          </p>
        </section>
      )}
      <p>
        <a href={here}>Ändra vad kolumnerna är</a>
      </p>
      {fresh > 0 ? (
        <Form act="take-in">
          <Button>Läs in {formatCount(fresh, 'svar', 'svar')}</Button>
        </Form>
      ) : (
        <p>{already > 0 ? importRefusals['already-imported'] : importRefusals['nothing-to-import']}.</p>
      )}
    </WorkroomPage>
  )
}

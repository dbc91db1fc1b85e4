import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { dayOf } from '#http/clock'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDay } from '#ui/format'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadCoding, mayWriteOutsideSource } from '../access.ts'
import { outsideKindWords, outsideRefusals, outsideWeightWords } from '../outside-words.ts'
import { readMarks } from '../read-agreement.ts'
import { readOutside } from '../read-outside.ts'
import { readThemes } from '../read-themes.ts'
import { type Mark, markedName } from '../weak-words.ts'
import { withdrawOutsideSource } from '../withdraw-outside-source.ts'
import { writeOutsideSource } from '../write-outside-source.ts'
import { OutsideFields } from './outside-fields.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const themes = process ? await readThemes({ processId: process.id }) : []
  const [sources, marks] = process ? [await readOutside(process.id, visit.now), await readMarks(process.id)] : [[], new Map<string, Mark>()]
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id ?? '',
    sources: sources.map((source) => ({ ...source, themes: source.themes.map((theme) => ({ ...theme, name: markedName(theme.name, marks.get(theme.id) ?? {}) })) })),
    themes: themes.map(({ id, name }) => ({ id, name })),
    mayWrite: mayWriteOutsideSource(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const words = { kind: text('kind'), claim: text('claim'), source: text('source'), address: text('address'), datedOn: text('datedOn') }
  const weighed = { weight: text('weight'), weightWhy: text('weightWhy'), themeIds: form.all('themeIds') }
  const wish = { processId: text('processId'), sourceId: text('sourceId'), revision: text('revision') || '0', ...words, ...weighed }
  const result =
    text('act') === 'withdraw'
      ? await withdrawOutsideSource(actor, { sourceId: text('sourceId'), reason: text('reason') }, now)
      : await writeOutsideSource(actor, wish as Parameters<typeof writeOutsideSource>[1], now)
  if (result.granted) throw redirect('/arbete/omvarld')
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const stale = refusal.refused === 'stale' ? { now: String((refusal as { now?: unknown }).now ?? ''), yours: [words.claim, words.source, weighed.weightWhy].join(' ') } : undefined
  return data({ problems: problemTexts(refusal, outsideRefusals), kept: form.kept(), themeIds: form.all('themeIds'), stale }, { status: statusOf(refusal) })
}

export default function Outside() {
  const { frame, processId, sources, themes, mayWrite } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage frame={frame} title="Omvärld" lead="Det som talar för eller emot utanför dialogerna: trender, jämförelser, dokument och platser som folk väljer i stället.">
      <title>Omvärld</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      {answer?.stale && <TwoTexts {...answer.stale} />}
      {sources.length === 0 && (
        <Empty>
          <p>Här finns inget än. Börja med det som kan ändra hur svaren läses.</p>
        </Empty>
      )}
      <ol className="rows">
        {sources.map((source) => (
          <li key={source.id}>
            <h2>{source.claim}</h2>
            {source.withdrawn && (
              <p className="panel warn">
                Återtagen {formatDay(dayOf(source.withdrawn.at))} av {source.withdrawn.by}. {source.withdrawn.why}
              </p>
            )}
            <p>
              {outsideKindWords[source.kind]}. {source.source}, {formatDay(source.datedOn)}.
            </p>
            {source.address && (
              <p className="written small">
                <strong>{source.host}</strong> <bdi>{source.address}</bdi>
              </p>
            )}
            <p>
              <strong>{outsideWeightWords[source.weight]}.</strong> {source.weightWhy} <span className="soft">Bedömt av {source.by}.</span>
            </p>
            {source.themes.length > 0 && (
              <p>
                Hör till{' '}
                {source.themes.map(({ id, name, slug }, at) => (
                  <span key={id}>
                    {at > 0 && ', '}
                    <a href={`/arbete/kodbok/${slug}`}>{name}</a>
                  </span>
                ))}
              </p>
            )}
            {source.earlier.length > 0 && (
              <details>
                <summary>Hur det stod förut</summary>
                <ol>
                  {source.earlier.map((version) => (
                    <li key={version.revision}>
                      {version.claim} {outsideWeightWords[version.weight]}: {version.weightWhy} ({version.by}, {formatDay(dayOf(version.writtenAt))})
                    </li>
                  ))}
                </ol>
              </details>
            )}
            {mayWrite && !source.withdrawn && (
              <>
                <details open={answer?.kept.act === 'edit' && answer.kept.sourceId === source.id}>
                  <summary>Ändra</summary>
                  <Form act="edit" hidden={{ sourceId: source.id, processId, revision: String(source.revision) }}>
                    <OutsideFields themes={themes} {...keptOf('edit', source.id, { kept: wordsOf(source), themeIds: source.themes.map(({ id }) => id) })} />
                    <Button>Spara källan</Button>
                  </Form>
                </details>
                <details open={answer?.kept.act === 'withdraw' && answer.kept.sourceId === source.id}>
                  <summary>Ta tillbaka</summary>
                  <Form act="withdraw" hidden={{ sourceId: source.id }}>
                    <TextField name="reason" label="Varför" error={answer?.kept.act === 'withdraw' && answer.kept.sourceId === source.id ? problemOf('reason') : undefined} />
                    <Button grave>Ta tillbaka källan</Button>
                  </Form>
                </details>
              </>
            )}
          </li>
        ))}
      </ol>
      {mayWrite && processId && (
        <Form act="add" hidden={{ processId }}>
          <h2>Lägg till</h2>
          <OutsideFields themes={themes} {...keptOf('add', '', { kept: {}, themeIds: [] })} />
          <Button>Lägg till källan</Button>
        </Form>
      )}
    </WorkroomPage>
  )

  function keptOf(act: string, sourceId: string, otherwise: { kept: Record<string, string>; themeIds: readonly string[] }) {
    const isThis = answer?.kept.act === act && (answer.kept.sourceId ?? '') === sourceId
    return isThis ? { kept: answer.kept, themeIds: answer.themeIds, problemOf } : { ...otherwise, problemOf: () => undefined }
  }

  function problemOf(name: string) {
    return answer?.problems.find(({ field }) => field === name)?.text
  }
}

function wordsOf({ kind, claim, source, address, datedOn, weight, weightWhy }: ReturnType<typeof useLoaderData<typeof loader>>['sources'][number]) {
  return { kind, claim, source, address: address ?? '', datedOn, weight, weightWhy }
}

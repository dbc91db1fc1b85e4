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
import { CheckField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount, formatDay } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateTheme, mayReadCoding } from '../access.ts'
import { codebookRefusals } from '../codebook-words.ts'
import { createTheme } from '../create-theme.ts'
import { freezeCodebook } from '../freeze-codebook.ts'
import { loadDefaultCodebook } from '../load-default-codebook.ts'
import { readCodebook } from '../read-codebook.ts'
import { dimensionName } from '../rules/dimensions.ts'
import { DeskPages } from './desk-filters.tsx'
import { PlaceFields, ThemeFields } from './theme-fields.tsx'
import { TestedMark } from './weak-mark.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const book = process ? await readCodebook(process.id) : { themes: [], retired: [], versions: [] }
  const dimensions = [...Map.groupBy(book.themes, ({ dimension }) => dimension)].map(([key, some]) => ({ key, name: dimensionName(key), themes: some }))
  const versions = book.versions.map(({ frozenAt, ...version }) => ({ ...version, frozenOn: formatDay(dayOf(frozenAt)) }))
  return { frame: workroomFrame(visit, request), processId: process?.id ?? '', ...book, versions, dimensions, mayChange: mayCreateTheme(visit.actor) !== undefined }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const processId = text('processId')
  const words = { name: text('name'), definition: text('definition'), whenToUse: text('whenToUse'), whenNot: text('whenNot'), examples: text('examples') }
  const create = () =>
    createTheme(
      actor,
      { ...words, processId, slug: '', dimension: text('ownDimension').trim() || text('dimension'), parentId: text('parentId'), isCodable: text('heading') !== 'ja' },
      now,
    )
  const result = await (text('act') === 'lay'
    ? loadDefaultCodebook(actor, { processId }, now)
    : text('act') === 'freeze'
      ? freezeCodebook(actor, { processId, note: text('note') }, now)
      : create())
  if (result.granted) throw redirect('/arbete/kodbok')
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, codebookRefusals), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function Codebook() {
  const { frame, processId, themes, dimensions, retired, versions, mayChange } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const kept = answer?.kept ?? {}
  return (
    <WorkroomPage frame={frame} title="Kodbok" lead="Vad yttranden kan läsas som, och när.">
      <title>Kodbok</title>
      <DeskPages here="/arbete/kodbok" />
      <p>
        <a href="/arbete/kodbok/utbyte">Hämta och läs in kodböcker</a>
      </p>
      <ErrorSummary problems={answer?.problems ?? []} scope={kept.scope} />
      {themes.length === 0 && (
        <Empty>
          <p>Kodboken är tom. Börja med den som följer med och ändra den, eller lägg till ett eget tema.</p>
        </Empty>
      )}
      {dimensions.map((dimension) => (
        <section key={dimension.key}>
          <h2>{dimension.name}</h2>
          <ul className="rows">
            {dimension.themes.map((theme) => (
              <li key={theme.id} className={theme.depth > 0 ? 'part' : undefined}>
                <h3>
                  <a href={`/arbete/kodbok/${theme.slug}`}>{theme.name}</a>
                </h3>
                <p>
                  {theme.definition} <span className="soft">{theme.isCodable ? formatCount(theme.statements, 'yttrande', 'yttranden') : 'Rubrik, kodas inte själv'}</span>{' '}
                  <TestedMark of={theme} />
                </p>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {retired.length > 0 && (
        <details>
          <summary>Inte längre i bruk ({retired.length})</summary>
          <ul>
            {retired.map((theme) => (
              <li key={theme.id}>
                <a href={`/arbete/kodbok/${theme.slug}`}>{theme.name}</a>
              </li>
            ))}
          </ul>
        </details>
      )}
      {versions.length > 0 && (
        <Table
          caption="Frysta kodböcker"
          columns={[{ title: 'Version' }, { title: 'Fryst' }, { title: 'Varför' }]}
          rows={versions.map(({ number, frozenOn, note, sha256 }) => [
            <a key="version" href={`/handling/${sha256}`}>
              Kodbok {number}
            </a>,
            frozenOn,
            note,
          ])}
        />
      )}
      {mayChange && processId && (
        <>
          <Form act="lay" hidden={{ processId }}>
            <h2>Kodboken som följer med</h2>
            <p>Omkring fyrtio koder för en kommun: sakfrågor, grundstyrkor, värderingar, förtroende, insikter, alternativ och egenskaper. Det du redan har ändras inte.</p>
            <Button quiet>Lägg in den</Button>
          </Form>
          <Form act="create" hidden={{ processId }}>
            <h2>Lägg till ett tema</h2>
            <ThemeFields kept={kept} />
            <PlaceFields kept={kept} themes={themes} />
            <CheckField name="heading" label="Bara en rubrik som andra ligger under" checked={kept.heading === 'ja'} />
            <Button>Lägg till temat</Button>
          </Form>
          {themes.length > 0 && (
            <Form act="freeze" hidden={{ processId }}>
              <h2>Frys kodboken</h2>
              <p>En fryst kodbok ändras aldrig. Frys den innan ni kodar i par, och innan ni fryser analysen.</p>
              <TextField name="note" label="Varför den fryses nu" value={kept.note} />
              <Button quiet>Frys kodboken</Button>
            </Form>
          )}
        </>
      )}
    </WorkroomPage>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { dayOf } from '#http/clock'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount, formatDay } from '#ui/format'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateTheme, mayReadCoding } from '../access.ts'
import { changeWords, codebookRefusals } from '../codebook-words.ts'
import { editTheme } from '../edit-theme.ts'
import { mergeThemes } from '../merge-themes.ts'
import { moveTheme } from '../move-theme.ts'
import { outsideWeightWords } from '../outside-words.ts'
import { readCodebook } from '../read-codebook.ts'
import { readOutside } from '../read-outside.ts'
import { readThemeHistory } from '../read-theme-history.ts'
import { retireTheme } from '../retire-theme.ts'
import { dimensionName } from '../rules/dimensions.ts'
import { undoMerge } from '../undo-merge.ts'
import { PlaceFields, ThemeFields, ThemeSelect } from './theme-fields.tsx'
import { TestedMark } from './weak-mark.tsx'
import { whatChanged } from './what-changed.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  const book = process && (await readCodebook(process.id))
  const theme = [...(book?.themes ?? []), ...(book?.retired ?? [])].find(({ slug }) => slug === params.slug)
  if (!book || !theme) refuse({ refused: 'not-found' })
  const history = (await readThemeHistory(theme.id)).map((change) => ({
    ...{ id: change.id, act: changeWords[change.kind], on: formatDay(dayOf(change.changedAt)), reason: change.reason, what: whatChanged(change) },
  }))
  const outside = (await readOutside(process.id, visit.now)).filter(({ withdrawn, themes }) => !withdrawn && themes.some(({ id }) => id === theme.id))
  return {
    frame: workroomFrame(visit, request),
    theme,
    outside: outside.map(({ id, claim, source, weight }) => ({ id, claim, source, weight: outsideWeightWords[weight] })),
    takenOver: [...book.themes, ...book.retired].find(({ id }) => id === theme.now && id !== theme.id),
    others: book.themes.filter(({ id }) => id !== theme.id),
    history,
    mayChange: mayCreateTheme(visit.actor) !== undefined && theme.retiredAt === null,
    mayUndoMerge: mayCreateTheme(visit.actor) !== undefined && theme.retiredAt !== null && theme.now !== theme.id,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const [themeId, reason] = [text('themeId'), text('reason')]
  const words = { name: text('name'), definition: text('definition'), whenToUse: text('whenToUse'), whenNot: text('whenNot'), examples: text('examples') }
  const acts = {
    edit: () => editTheme(actor, { ...words, themeId, revision: text('revision') }, now),
    move: () => moveTheme(actor, { themeId, reason, dimension: text('ownDimension').trim() || text('dimension'), parentId: text('parentId') }, now),
    merge: () => mergeThemes(actor, { themeId, reason, intoThemeId: text('intoThemeId') }, now),
    retire: () => retireTheme(actor, { themeId, reason }, now),
    unmerge: () => undoMerge(actor, { themeId, reason }, now),
  }
  const act = acts[text('act') as keyof typeof acts] ?? acts.edit
  const result = await act()
  if (result.granted) throw redirect(`/arbete/kodbok/${params.slug}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const stale = refusal.refused === 'stale' ? { now: String((refusal as { now?: unknown }).now ?? ''), yours: Object.values(words).join(' ').trim() } : undefined
  return data({ problems: problemTexts(refusal, codebookRefusals), kept: form.kept(), stale }, { status: statusOf(refusal) })
}

export default function CodebookTheme() {
  const { frame, theme, outside, takenOver, others, history, mayChange, mayUndoMerge } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const keptOf = (act: string) => (answer?.kept.act === act ? answer.kept : {})
  const hidden = { themeId: theme.id, revision: String(theme.revision) }
  return (
    <WorkroomPage frame={frame} title={theme.name} lead={theme.definition}>
      <title>{`${theme.name} – Kodbok`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      {answer?.stale && <TwoTexts {...answer.stale} />}
      {theme.retiredAt && (
        <p className="panel warn">
          Inte längre i bruk.{' '}
          {takenOver && (
            <>
              Det som kodades så räknas nu till <a href={`/arbete/kodbok/${takenOver.slug}`}>{takenOver.name}</a>.
            </>
          )}
        </p>
      )}
      <p>
        {dimensionName(theme.dimension)}. {theme.isCodable ? formatCount(theme.statements, 'yttrande', 'yttranden') : 'Rubrik, kodas inte själv'}.{' '}
        <a href="/arbete/kodbok">Hela kodboken</a> <TestedMark of={theme} />
      </p>
      <Facts facts={[['När det används', theme.whenToUse], ['När det inte används', theme.whenNot], ...(theme.examples ? ([['Exempel', theme.examples]] as const) : [])]} />
      {outside.length > 0 && (
        <section>
          <h2>Från omvärlden</h2>
          <ul>
            {outside.map(({ id, claim, source, weight }) => (
              <li key={id}>
                {claim}{' '}
                <span className="soft">
                  ({source}). {weight}.
                </span>
              </li>
            ))}
          </ul>
          <p>
            <a href="/arbete/omvarld">Hela omvärlden</a>
          </p>
        </section>
      )}
      {mayUndoMerge && takenOver && (
        <details open={answer?.kept.act === 'unmerge'}>
          <summary>Ångra sammanslagningen</summary>
          <Form act="unmerge" hidden={hidden}>
            <p>Det som var kodat med {theme.name} kodas så igen. Det som någon har kodat om sedan dess rörs inte.</p>
            <TextField name="reason" label="Varför" value={keptOf('unmerge').reason} />
            <Button>Ta temat i bruk igen</Button>
          </Form>
        </details>
      )}
      {mayChange && (
        <section>
          <h2>Ändra</h2>
          <details open={answer?.kept.act === 'edit'}>
            <summary>Skriv om temat</summary>
            <Form act="edit" hidden={hidden}>
              <ThemeFields kept={{ ...wordsOf(theme), ...keptOf('edit') }} />
              <Button>Spara temat</Button>
            </Form>
          </details>
          <details open={answer?.kept.act === 'move'}>
            <summary>Flytta temat</summary>
            <Form act="move" hidden={hidden}>
              <PlaceFields kept={{ dimension: theme.dimension, parentId: theme.parentId, ...keptOf('move') }} themes={others} />
              <TextField name="reason" label="Varför" value={keptOf('move').reason} />
              <Button>Flytta temat</Button>
            </Form>
          </details>
          <details open={answer?.kept.act === 'merge'}>
            <summary>Slå ihop med ett annat</summary>
            <Form act="merge" hidden={hidden}>
              <p>Allt som är kodat med {theme.name} kodas om till det andra temat. Hur det var kodat går att läsa efteråt.</p>
              <ThemeSelect
                name="intoThemeId"
                label="Slå ihop med"
                empty="Välj ett tema"
                value={keptOf('merge').intoThemeId}
                themes={others.filter(({ isCodable }) => isCodable || !theme.isCodable)}
              />
              <TextField name="reason" label="Varför" value={keptOf('merge').reason} />
              <Button grave>Slå ihop</Button>
            </Form>
          </details>
          <p>
            <a href={`/arbete/kodbok/${theme.slug}/dela`}>Dela temat i två</a>
          </p>
          <details open={answer?.kept.act === 'retire'}>
            <summary>Ta ur bruk</summary>
            <Form act="retire" hidden={hidden}>
              <p>Går bara när inget är kodat med temat och inget ligger under det.</p>
              <TextField name="reason" label="Varför" value={keptOf('retire').reason} />
              <Button grave>Ta ur bruk</Button>
            </Form>
          </details>
        </section>
      )}
      <section>
        <h2>Historia</h2>
        <ol className="rows">
          {history.map(({ id, act, on, reason, what }) => (
            <li key={id}>
              <p>
                <strong>{act}</strong> {on}. {what} {reason && <span className="soft">{reason}</span>}
              </p>
            </li>
          ))}
        </ol>
      </section>
    </WorkroomPage>
  )
}

function wordsOf({ name, definition, whenToUse, whenNot, examples }: Record<'name' | 'definition' | 'whenToUse' | 'whenNot' | 'examples', string>) {
  return { name, definition, whenToUse, whenNot, examples }
}

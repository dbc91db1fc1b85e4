import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { FilterLinks } from '#ui/filter-links'
import { Form } from '#ui/form'
import { formatInstant, formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayFreezeMatrix } from '../access.ts'
import { freezeMatrix } from '../freeze-matrix.ts'
import { partWords, tooLittleNew, waitingSentence } from '../matrix-words.ts'
import { readHolding } from '../read-holding.ts'
import { type MatrixReading, readMatrix } from '../read-matrix.ts'
import { readSnapshot } from '../read-snapshot.ts'
import { dimensionName } from '../rules/dimensions.ts'
import { whatItHangsOn } from '../rules/what-it-hangs-on.ts'
import { refusalWords } from '../words.ts'
import { Hangings, MatrixTables } from './matrix-tables.tsx'

const views = ['stod', 'omnamnanden', 'hallning', 'alder', 'plats', 'hanger'] as const
type View = (typeof views)[number]
const partsOf: Partial<Record<View, 'age' | 'place'>> = { alder: 'age', plats: 'place' }

/** `fraga=arbetsplatsen`, `visa=` a view, `dimension=` a key, and `egna=ja` where parts count as voices of their own. What is unknown is the first. */
function wishOf(request: Request) {
  const { searchParams } = new URL(request.url)
  const view = views.find((each) => each === searchParams.get('visa')) ?? 'stod'
  const axis = searchParams.get('fraga') === 'arbetsplatsen' ? ('workplace' as const) : ('place' as const)
  return { view, axis, dimension: searchParams.get('dimension'), voices: (searchParams.get('egna') === 'ja' && partsOf[view]) || ('groups' as const) }
}

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const [process] = await listProcesses(visit.now.day)
  const wish = wishOf(request)
  const matrix = process && (await readMatrix(process.id, visit.now, wish))
  const frozen = process && (await readSnapshot(process.id, visit.now.at))
  const mayFreeze = mayFreezeMatrix(visit.actor) !== undefined
  const holding = process && mayFreeze ? await readHolding(process.id, visit.now) : undefined
  const dimensions = [...new Set(matrix?.themes.map(({ dimension }) => dimension))]
  const dimension = dimensions.find((each) => each === wish.dimension)
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id,
    wish: { ...wish, dimension },
    dimensions: dimensions.map((key) => ({ key, name: dimensionName(key) })),
    matrix: matrix && shownOf(matrix, wish.view, dimension),
    frozen: frozen && { number: frozen.number, frozenAt: frozen.frozenAt, sha256: frozen.sha256 },
    mayFreeze,
    waiting: holding?.held.map(waitingSentence) ?? [],
    near: holding && holding.near.length > 0 ? tooLittleNew(holding.near) : undefined,
  }
}

/** Only what may be shown, and of the dimension that was chosen. */
function shownOf(matrix: MatrixReading, view: View, dimension: string | undefined) {
  const { groups, parts, statements, coded, setAside } = matrix
  const rows = matrix.rows.filter((row) => dimension === undefined || row.dimension === dimension)
  const hanging = view === 'hanger' ? whatItHangsOn(groups, matrix.themes, matrix.counted, rows) : []
  return { groups: groups.map(({ key, name, unit }) => ({ key, name, unit })), parts, rows, statements, coded, setAside, hanging }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await freezeMatrix(actor, { processId: form.text('processId') }, now)
  if (result.granted) throw redirect('/arbete/samsyn')
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  const words = { ...refusalWords, ...('groups' in result.refusal && { 'too-little-new': tooLittleNew(result.refusal.groups) }) }
  return data({ problems: problemTexts(result.refusal, words) }, { status: statusOf(result.refusal) })
}

export default function Matrix() {
  const { frame, processId, wish, dimensions, matrix, frozen, mayFreeze, waiting, near } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const of = partsOf[wish.view]
  const parts = matrix?.parts.filter((part) => part.of === of) ?? []
  const to = (change: { fraga?: string; visa?: string; dimension?: string; egna?: string }) => {
    const now = { fraga: wish.axis === 'workplace' ? 'arbetsplatsen' : '', visa: wish.view === 'stod' ? '' : wish.view, dimension: wish.dimension ?? '', ...change }
    const query = new URLSearchParams(Object.entries(now).filter(([, value]) => value !== '')).toString()
    return query ? `/arbete/samsyn?${query}` : '/arbete/samsyn'
  }
  const viewTitles = { stod: 'Stöd', omnamnanden: 'Omnämnanden', hallning: 'Bevara, lämna, önska', alder: partWords.age, plats: partWords.place, hanger: 'Vad det hänger på' }
  return (
    <WorkroomPage frame={frame} title="Samsyn">
      <title>Samsyn</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {!matrix || matrix.coded === 0 ? (
        <Empty>
          <h2>Här syns var vi är överens</h2>
          <p>När yttranden är kodade mot teman i kodboken räknas varje grupp för sig. Börja med att koda.</p>
          <a className="button" href="/arbete/kodning">
            Koda svar
          </a>
        </Empty>
      ) : (
        <>
          <p>
            {formatNumber(matrix.statements)} yttranden, {formatNumber(matrix.coded)} kodade, {formatNumber(matrix.setAside)} lagda åt sidan. Alla grupper väger lika. Den som inte
            nämner ett tema är inte emot det. Svar räknas i personer och gruppers anteckningar i anteckningar. De läggs aldrig ihop.
          </p>
          <p>
            <a href="/arbete/fynd">Skriv ner det ni ser som fynd</a>, eller <a href="/arbete/samsyn/vikter">jämför enkätens svar med befolkningen</a>.
          </p>
          <FilterLinks
            label="Vad frågan gällde"
            links={[
              { label: 'Frågor om platsen', href: to({ fraga: '' }), here: wish.axis === 'place' },
              { label: 'Frågor om arbetsplatsen', href: to({ fraga: 'arbetsplatsen' }), here: wish.axis === 'workplace' },
            ]}
          />
          <FilterLinks
            label="Vad tabellen visar"
            links={views.map((view) => ({ label: viewTitles[view], href: to({ visa: view === 'stod' ? '' : view }), here: view === wish.view }))}
          />
          {dimensions.length > 1 && (
            <FilterLinks
              label="Dimension"
              links={[
                { label: 'Alla', href: to({ dimension: '' }), here: !wish.dimension },
                ...dimensions.map(({ key, name }) => ({ label: name, href: to({ dimension: key }), here: wish.dimension === key })),
              ]}
            />
          )}
          {of && parts.length === 0 && <p>De svar som räknas här säger inget om {of === 'age' ? 'ålder' : 'plats'}, så det finns inga delar att visa.</p>}
          {of && parts.length > 0 && (
            <p>
              {wish.voices === 'groups'
                ? 'Delarna visas bara för jämförelse. De räknas inte som egna grupper.'
                : 'Delarna räknas som egna grupper, i stället för den grupp de är delar av.'}{' '}
              <a href={to({ egna: wish.voices === 'groups' ? 'ja' : '' })}>{wish.voices === 'groups' ? 'Läs om med delarna som egna grupper' : 'Läs med hela grupper'}</a>
            </p>
          )}
          {wish.view === 'hanger' ? (
            <Hangings hanging={matrix.hanging} rows={matrix.rows} groups={matrix.groups} />
          ) : (
            (!of || parts.length > 0) && <MatrixTables view={wish.view} rows={matrix.rows} groups={matrix.groups} parts={matrix.parts} of={of} />
          )}
        </>
      )}
      {frozen && (
        <Notice kind="good">
          <p>
            Analys {frozen.number} frystes {formatInstant(frozen.frozenAt)}. <a href={`/handling/${frozen.sha256}`}>Läs den frysta analysen</a>
          </p>
        </Notice>
      )}
      {mayFreeze && processId && (
        <Form hidden={{ processId }}>
          <p>Det frysta kan inte ändras. Visas öppet när processledaren publicerar analyssteget.</p>
          {waiting.map((said) => (
            <p key={said}>{said}</p>
          ))}
          {waiting.length > 0 && <p>Tabellerna här på sidan räknar alla svar. I det frysta är de som väntar inte med.</p>}
          {near && answer === undefined && <p>{near}.</p>}
          <Button>Frys analysen som den är nu</Button>
        </Form>
      )}
      <p>
        Gå vidare till <a href="/arbete/fynd">fynden</a>, <a href="/arbete/omvarld">omvärlden</a>, <a href="/arbete/asiktskarta">åsiktskartan</a> och{' '}
        <a href="/arbete/metod">metodbilagan</a>.
      </p>
    </WorkroomPage>
  )
}

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
import { Form } from '#ui/form'
import { formatInstant, formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayFreezeMatrix } from '../access.ts'
import { freezeMatrix } from '../freeze-matrix.ts'
import { readMatrix } from '../read-matrix.ts'
import { readSnapshot } from '../read-snapshot.ts'
import type { Cell } from '../rules/public-matrix.ts'
import { publicWords, readingWords, refusalWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const [process] = await listProcesses(visit.now.day)
  const matrix = process && (await readMatrix(process.id))
  const frozen = process && (await readSnapshot(process.id, visit.now.at))
  return {
    frame: workroomFrame(visit, request),
    processId: process?.id,
    matrix: matrix && { groups: matrix.groups, rows: matrix.rows, statements: matrix.statements, coded: matrix.coded, setAside: matrix.setAside },
    frozen: frozen && { number: frozen.number, frozenAt: frozen.frozenAt, sha256: frozen.sha256 },
    mayFreeze: mayFreezeMatrix(visit.actor) !== undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const result = await freezeMatrix(actor, { processId: form.text('processId') }, now)
  if (result.granted) throw redirect('/arbete/samsyn')
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords) }, { status: statusOf(result.refusal) })
}

export default function Matrix() {
  const { frame, processId, matrix, frozen, mayFreeze } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
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
            nämner ett tema är inte emot det.
          </p>
          <Table
            caption="Tema och grupp, så som det får visas"
            columns={[{ title: 'Tema' }, { title: 'Läses som' }, { title: 'Stöd i snitt', number: true }, ...matrix.groups.map(({ name }) => ({ title: name }))]}
            rows={matrix.rows.map((row) => [row.name, readingWords[row.reading], row.strength === undefined ? '–' : `${row.strength} %`, ...row.cells.map(cellWords)])}
          />
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
          <Button>Frys analysen som den är nu</Button>
        </Form>
      )}
      <p>
        Gå vidare till <a href="/arbete/fynd">fynden</a>, <a href="/arbete/omvarld">omvärlden</a> och <a href="/arbete/metod">metodbilagan</a>.
      </p>
    </WorkroomPage>
  )
}

function cellWords(cell: Cell): string {
  const words = publicWords('sv')
  if (!cell.shown) return words[cell.because]
  const { support } = cell
  const said = support.kind === 'share' ? `${support.percent} % för (${support.low}–${support.high})` : support.kind === 'band' ? words[support.band] : words['no-stand']
  return `${cell.mentionShare} % nämner det, ${said}`
}

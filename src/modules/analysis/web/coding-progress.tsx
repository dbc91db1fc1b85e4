import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { sourceWords } from '#participation/words'
import { listProcesses } from '#process'
import { formatCount, formatNumber } from '#ui/format'
import { Progress } from '#ui/progress'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadCoding } from '../access.ts'
import { readProgress } from '../read-progress.ts'
import { DeskPages } from './desk-filters.tsx'

const here = '/arbete/kodning/laget'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  return { frame: workroomFrame(visit, request), progress: process && (await readProgress(process.id, visit.now)) }
}

const number = (title: string) => ({ title, number: true })
const said = (source: string) => sourceWords[source as keyof typeof sourceWords] ?? source

export default function CodingProgress() {
  const { frame, progress } = useLoaderData<typeof loader>()
  const { sources, coders, readings, readingNow } = progress ?? { sources: [], coders: [], readings: [], readingNow: [] }
  const sum = (of: (each: (typeof sources)[number]) => number) => sources.reduce((total, each) => total + of(each), 0)
  const decided = sum(({ coded, aside }) => coded + aside)
  return (
    <WorkroomPage frame={frame} title="Så långt har vi kommit">
      <title>Så långt har vi kommit</title>
      <DeskPages here={here} />
      <Progress label="Kodade eller lagda åt sidan" done={decided} all={sum(({ statements }) => statements)} />
      {readingNow.length > 0 && <p>Öppna nu: {readingNow.map(({ name, count }) => `${name} (${formatCount(count, 'yttrande', 'yttranden')})`).join(', ')}.</p>}
      <Table
        caption="Efter hur svaren kom in"
        columns={[{ title: 'Väg in' }, number('Yttranden'), number('Kodade'), number('Åt sidan'), number('Kvar')]}
        rows={sources.map(({ source, statements, coded, aside }) => [said(source), ...[statements, coded, aside, statements - coded - aside].map((count) => formatNumber(count))])}
        cards
      />
      <Table
        caption="Vad varje kodare har bestämt, och som gäller nu"
        columns={[{ title: 'Kodare' }, { title: 'Väg in' }, number('Kodade i dag'), number('Kodade i allt'), number('Åt sidan i dag'), number('Åt sidan i allt')]}
        rows={coders.map(({ coder, source, ...counts }) => [
          coder,
          said(source),
          ...[counts.codedToday, counts.coded, counts.asideToday, counts.aside].map((count) => formatNumber(count)),
        ])}
        cards
      />
      <Table
        caption="Texter som öppnats för att koda. En text som öppnas två gånger räknas två gånger"
        columns={[{ title: 'Kodare' }, number('I dag'), number('I allt')]}
        rows={readings.map(({ name, today, texts }) => [name, formatNumber(today), formatNumber(texts)])}
        cards
      />
    </WorkroomPage>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { isUpload, readUpload } from '#http/read-upload'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { loadMap, readMaps } from '#people'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { FileField, SelectField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatCount } from '#ui/format'
import { SquareMap } from '#ui/square-map'
import { mayLoadMap, mayReadSettings } from '../access.ts'
import { settingProblems } from './problem-words.ts'
import { Changes, SettingsPage } from './settings-page.tsx'

const here = '/arbete/installningar/platser/karta'
const sides = [
  ['500', '500 meter'],
  ['1000', '1 kilometer'],
  ['2000', '2 kilometer'],
  ['5000', '5 kilometer'],
  ['10000', '1 mil'],
] as const

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadSettings(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), maps: await readMaps(), mayLoad: mayLoadMap(visit.actor) !== undefined }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  // Before a byte of the file is read.
  if (!mayLoadMap(actor)) refuse({ refused: 'forbidden' })
  if (!isUpload(request)) throw new Response('unsupported-form', { status: 415, statusText: 'Unsupported Media Type' })
  const sent = await readUpload(request)
  const kept = { source: sent.text('source'), side: sent.text('side') }
  const result = await loadMap(actor, { ...kept, text: textIn(sent.file('file')?.bytes) }, now)
  if (result.granted) throw redirect(here)
  const problems = settingProblems(result.refusal).map(({ field, text }) => ({ field: field === '' || field === 'text' ? 'file' : field, text }))
  return data({ kept, problems }, { status: statusOf(result.refusal) })
}

/** What a file says; one that isn't UTF-8 says nothing that can be read. */
function textIn(bytes: Uint8Array | undefined): string {
  if (!bytes) return ''
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return '-'
  }
}

export default function MapPage() {
  const { frame, maps, mayLoad } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errorOf = (field: string) => answer?.problems.find((problem) => problem.field === field)?.text
  const latest = maps[0]?.drawing && { ...maps[0], drawing: maps[0].drawing }
  return (
    <SettingsPage
      frame={frame}
      title="Karta"
      lead="En fråga om plats kan också visa en karta. Den som svarar väljer en ruta, aldrig en punkt: ett hem ska inte gå att peka ut."
      problems={answer?.problems}
    >
      {latest ? (
        <section>
          <h2>Kartan som visas nu</h2>
          <p>{`${formatCount(latest.drawing.squares.length, 'ruta', 'rutor')} med ${sides.find(([side]) => side === String(latest.drawing.side))?.[1]} långa sidor. Källa: ${latest.source}`}</p>
          <SquareMap map={latest.drawing}>{() => <span className="offered" />}</SquareMap>
        </section>
      ) : (
        <Empty title="Här visas kommunens karta" who="Administratören laddar en fil.">
          <p>Utan karta visar frågor om plats bara kommunens lista.</p>
        </Empty>
      )}
      {mayLoad && (
        <section>
          <h2>{latest ? 'Ladda en ny karta' : 'Ladda en karta'}</h2>
          <Form upload>
            <FileField
              name="file"
              label="GeoJSON-fil"
              hint="Ytor, linjer och punkter i WGS 84, högst 1 MB. Punkter med egenskapen namn blir ortnamn på kartan."
              accept=".geojson,.json,application/geo+json"
              error={errorOf('file')}
            />
            <TextField name="source" label="Källa" hint="Till exempel: Lantmäteriet, Översiktskartan, hämtad i november." value={answer?.kept.source} error={errorOf('source')} />
            <SelectField
              name="side"
              label="Hur lång en rutas sida är"
              hint="Minst 500 meter. Högst 10 rutor på bredden och 12 på höjden får plats på en telefon."
              value={answer?.kept.side ?? '5000'}
              choices={sides.map(([value, label]) => ({ value, label }))}
              error={errorOf('side')}
            />
            <Button>Ladda kartan</Button>
          </Form>
          {latest && <p>Den nya kartan visas i stället för den gamla. Svaren som redan har kommit behåller sina rutor.</p>}
        </section>
      )}
      <p>
        <a href="/arbete/installningar/platser">Till listan med platser</a>
      </p>
      <Changes changes={maps.map(({ id, source, squares, setBy, setAt }) => ({ id, setBy, setAt, what: `Laddade en karta med ${squares.length} rutor: ${source}` }))} />
    </SettingsPage>
  )
}

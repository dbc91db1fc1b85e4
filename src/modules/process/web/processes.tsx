import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { signedInVisit } from '#http/visit'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { formatDay } from '#ui/format'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateProcess } from '../access.ts'
import { listProcesses } from '../read-process.ts'
import { words } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  return { frame: workroomFrame(visit, request), processes: await listProcesses(visit.now.day), mayCreate: mayCreateProcess(visit.actor) !== undefined }
}

export default function Processes() {
  const { frame, processes, mayCreate } = useLoaderData<typeof loader>()
  const states = words('sv').states
  return (
    <WorkroomPage frame={frame} title="Processen">
      <title>Processen</title>
      {processes.length === 0 && (
        <Empty title="Här börjar allt" who="Processledaren gör processen." begin={mayCreate && <ButtonLink href="/arbete/process/ny">Gör en process</ButtonLink>}>
          <p>En process är vägen från de första frågorna till en vision som följs upp. Du skriver in uppdraget och löftet till invånarna. Stegen följer med och kan flyttas.</p>
        </Empty>
      )}
      <ul className="rows">
        {processes.map((process) => {
          const going = process.steps.filter(({ state }) => state === 'going' || state === 'late')
          return (
            <li key={process.id}>
              <h2>
                <a href={`/arbete/process/${process.slug}`}>{process.name}</a>
              </h2>
              <p>
                Uppdrag {formatDay(process.mandatedOn)}. {process.steps.filter(({ state }) => state === 'done').length} av {process.steps.length} steg är klara.
                {going.length > 0 && ` Nu: ${going.map((step) => `${step.title} (${states[step.state].toLowerCase()})`).join(', ')}.`}
              </p>
            </li>
          )
        })}
      </ul>
      {mayCreate && processes.length > 0 && (
        <p>
          <a className="button" href="/arbete/process/ny">
            Gör en process
          </a>
        </p>
      )}
    </WorkroomPage>
  )
}

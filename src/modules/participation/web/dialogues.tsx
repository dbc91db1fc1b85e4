import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { signedInVisit } from '#http/visit'
import { ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { formatDays, formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateDialogue } from '../access.ts'
import { listDialogues } from '../read-dialogues.ts'
import { stateWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const dialogues = await listDialogues(visit.now.day)
  return {
    frame: workroomFrame(visit, request),
    dialogues: dialogues.map(({ slug, title, kind, group, state, opensOn, closesOn, responses, persons }) => ({ slug, title, kind, group: group.name, state, opensOn, closesOn, responses, persons })),
    mayCreate: mayCreateDialogue(visit.actor) !== undefined,
  }
}

export default function Dialogues() {
  const { frame, dialogues, mayCreate } = useLoaderData<typeof loader>()
  return (
    <WorkroomPage frame={frame} title="Dialoger och svar">
      <title>Dialoger och svar</title>
      {dialogues.length === 0 ? (
        <Empty title="Här samlas rösterna">
          <p>Processledaren gör en enkät som alla kan svara på, eller en dialog där grupper samtalar och skriver en gemensam anteckning.</p>
        </Empty>
      ) : (
        <Table
          caption="Dialoger"
          columns={[{ title: 'Dialog' }, { title: 'Grupp' }, { title: 'Öppen' }, { title: 'Läge' }, { title: 'Svar', number: true }, { title: 'Personer bakom', number: true }]}
          rows={dialogues.map((dialogue) => [
            <a key="a" href={`/arbete/dialoger/${dialogue.slug}`}>
              {dialogue.title}
            </a>,
            dialogue.group,
            formatDays(dialogue.opensOn, dialogue.closesOn),
            stateWords[dialogue.state],
            formatNumber(dialogue.responses),
            formatNumber(dialogue.persons),
          ])}
        />
      )}
      {mayCreate && <ButtonLink href="/arbete/dialoger/ny">Gör en dialog</ButtonLink>}
    </WorkroomPage>
  )
}

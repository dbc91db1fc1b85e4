import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { signedInVisit } from '#http/visit'
import { Acts, ButtonLink } from '#ui/button'
import { Empty } from '#ui/empty'
import { FilterLinks } from '#ui/filter-links'
import { formatCount, formatDays, formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateDialogue, mayRemovePicture } from '../access.ts'
import { listDialogues } from '../read-dialogues.ts'
import { addCounts } from '../rules/source.ts'
import { axisWords, stateWords, unitWords } from '../words.ts'

const states = Object.keys(stateWords) as (keyof typeof stateWords)[]

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const all = await listDialogues(visit.now)
  const wished = states.find((state) => state === new URL(request.url).searchParams.get('lage'))
  return {
    frame: workroomFrame(visit, request),
    wished,
    counts: states.map((state) => ({ state, count: all.filter((dialogue) => dialogue.state === state).length })),
    all: all.length,
    dialogues: all
      .filter(({ state }) => wished === undefined || state === wished)
      .map(({ slug, kind, title, group, state, opensOn, closesOn, responses, persons }) => ({ slug, kind, title, group, state, opensOn, closesOn, responses, persons })),
    sources: addCounts(all.flatMap(({ statements }) => statements)),
    mayCreate: mayCreateDialogue(visit.actor) !== undefined,
    mayRemove: mayRemovePicture(visit.actor) !== undefined,
  }
}

export default function Dialogues() {
  const { frame, wished, counts, all, dialogues, sources, mayCreate, mayRemove } = useLoaderData<typeof loader>()
  return (
    <WorkroomPage frame={frame} title="Dialoger och svar">
      <title>Dialoger och svar</title>
      {all === 0 ? (
        <Empty title="Här samlas rösterna" who="Processledaren gör dialogerna." begin={mayCreate && <ButtonLink href="/arbete/dialoger/ny">Gör en dialog</ButtonLink>}>
          <p>En dialog är en enkät som alla kan svara på, eller anteckningar från grupper som har samtalat. Den hör till ett steg i processen och vänder sig till en grupp.</p>
        </Empty>
      ) : (
        <>
          <Acts>
            {mayCreate && <ButtonLink href="/arbete/dialoger/ny">Gör en dialog</ButtonLink>}
            <ButtonLink quiet href="/arbete/grupper">
              Grupper som tillfrågas
            </ButtonLink>
            {mayRemove && (
              <ButtonLink quiet href="/arbete/bilder">
                Bilder i frågor
              </ButtonLink>
            )}
          </Acts>
          <FilterLinks
            label="Visa dialoger"
            links={[
              { href: '/arbete/dialoger', label: 'Alla', count: formatNumber(all), here: wished === undefined },
              ...counts
                .filter(({ count }) => count > 0)
                .map(({ state, count }) => ({ href: `/arbete/dialoger?lage=${state}`, label: stateWords[state], count: formatNumber(count), here: wished === state })),
            ]}
          />
          <Table
            cards
            caption="Dialoger"
            columns={[{ title: 'Dialog' }, { title: 'Grupp' }, { title: 'Öppen' }, { title: 'Läge' }, { title: 'Svar', number: true }, { title: 'Personer bakom', number: true }]}
            rows={dialogues.map((dialogue) => [
              <a key="a" href={`/arbete/dialoger/${dialogue.slug}`}>
                {dialogue.title}
              </a>,
              dialogue.group.name,
              formatDays(dialogue.opensOn, dialogue.closesOn),
              stateWords[dialogue.state],
              // Votes on statements are no answers: they are counted on the dialogue's own pages.
              ...(dialogue.kind === 'opinion' ? ['–', '–'] : [countOf(dialogue), formatNumber(dialogue.persons)]),
            ])}
          />
          {sources.length > 0 && (
            <p className="soft">
              Yttranden, var sort för sig: {sources.map(({ axis, unit, count }) => `${formatNumber(count)} om ${axisWords[axis]} från ${unitWords[unit]}`).join(', ')}. De läggs
              aldrig ihop.
            </p>
          )}
        </>
      )}
    </WorkroomPage>
  )
}

function countOf({ group, responses }: { group: { unit: 'persons' | 'notes' }; responses: number }): string {
  return group.unit === 'persons' ? formatCount(responses, 'svar', 'svar') : formatCount(responses, 'anteckning', 'anteckningar')
}

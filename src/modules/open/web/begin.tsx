import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { signedInVisit } from '#http/visit'
import { roleWords } from '#people'
import { ButtonLink } from '#ui/button'
import { formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { Progress } from '#ui/progress'
import { CourseState } from '#ui/status'
import { WorkroomPage } from '#ui/workroom-page'
import { readFirstSteps } from '../read-first-steps.ts'
import { firstStepWords } from './first-step-words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const steps = await readFirstSteps(visit.now)
  const { roles } = visit.signedIn
  return {
    frame: workroomFrame(visit, request),
    steps: steps.map((step) => ({ ...step, role: roleWords[step.by], mine: roles.includes(step.by) })),
  }
}

export default function Begin() {
  const { frame, steps } = useLoaderData<typeof loader>()
  const done = steps.filter((step) => step.done).length
  const next = steps.find((step) => !step.done && !step.optional)
  const isOut = steps.some(({ key, done }) => key === 'open' && done)
  const nextOfMine = steps.find((step) => !step.done && !step.optional && step.mine)
  return (
    <WorkroomPage frame={frame} title="Kom i gång" lead="Det här är vägen från en tom kommun till den första öppna enkäten. Listan bockas av när det finns något att bocka av.">
      <title>Kom i gång</title>
      <Progress label="Klart" done={done} all={steps.length} />
      {isOut && (
        <Notice kind="good" title="Den första enkäten är ute">
          <p>Nu kommer svaren in. De granskas under Granska texter och läses under Koda svar.</p>
        </Notice>
      )}
      {next && !next.mine && !isOut && <p>{waitFor[next.by === 'administrator' ? 'administrator' : 'process-leader']}</p>}
      <ol className="steps">
        {steps.map((step, index) => {
          const { title, why, act, href } = firstStepWords[step.key]
          const standing = step.done ? 'done' : step === next ? 'going' : 'planned'
          return (
            <li key={step.key} className={standing}>
              <h2>{`${formatNumber(index + 1)}. ${title}`}</h2>
              <p>
                <CourseState standing={standing}>{step.done ? 'Klart' : step === next ? 'Nästa' : step.optional ? 'Kan vänta' : 'Sedan'}</CourseState>{' '}
                <span className="soft">{step.role}</span>
              </p>
              {!step.done && <p>{why}</p>}
              {!step.done && step.mine && (
                <div className="acts">
                  <ButtonLink quiet={step !== nextOfMine} href={step.slug ? `/arbete/dialoger/${step.slug}` : href}>
                    {act}
                  </ButtonLink>
                </div>
              )}
            </li>
          )
        })}
      </ol>
    </WorkroomPage>
  )
}

// Only an administrator can give an assignment, and is the one who waits for a process leader.
const waitFor = {
  administrator: 'Nästa steg är administratörens. Du får vänta.',
  'process-leader': 'Nästa steg är processledarens. Du får vänta, eller ge dig själv det uppdraget under Personer och uppdrag.',
}

import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { listProcesses } from '#process'
import { Empty } from '#ui/empty'
import { WorkroomPage } from '#ui/workroom-page'
import { mayReadCoding, mayWriteFinding } from '../access.ts'
import { readFindingList } from '../read-finding-desk.ts'
import { findingWords } from '../words.ts'

const questions = ['most-agreed', 'strongest-values', 'trust', 'unlike-others', 'take-further'] as const

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadCoding(visit.actor)) refuse({ refused: 'forbidden' })
  const [process] = await listProcesses(visit.now.day)
  return {
    frame: workroomFrame(visit, request),
    findings: process ? await readFindingList(process.id, visit.now) : [],
    mayWrite: process !== undefined && mayWriteFinding(visit.actor) !== undefined,
  }
}

export default function Findings() {
  const { frame, findings, mayWrite } = useLoaderData<typeof loader>()
  const words = findingWords('sv')
  return (
    <WorkroomPage frame={frame} title="Fynd" lead="Det ni kommit fram till, med siffrorna det vilar på. En andra person granskar varje fynd innan det publiceras.">
      <title>Fynd</title>
      {mayWrite && (
        <p>
          <a className="button" href="/arbete/fynd/nytt">
            Skriv ett fynd
          </a>
        </p>
      )}
      {findings.length === 0 && (
        <Empty>
          <p>Inget fynd är skrivet än. Börja med den fråga som svaren säger mest om.</p>
        </Empty>
      )}
      {questions
        .filter((question) => findings.some((finding) => finding.question === question))
        .map((question) => (
          <section key={question}>
            <h2>{words[question]}</h2>
            <ol className="rows">
              {findings
                .filter((finding) => finding.question === question)
                .map((finding) => (
                  <li key={finding.id}>
                    <p>
                      <a href={`/arbete/fynd/${finding.number}`}>
                        Fynd {finding.number}. {finding.claim}
                      </a>
                    </p>
                    <p className="soft">
                      {stateOf(finding)}
                      {finding.moved && ` ${words.moved}.`}
                    </p>
                  </li>
                ))}
            </ol>
          </section>
        ))}
      <p>
        Se också <a href="/arbete/omvarld">omvärlden</a> och <a href="/arbete/metod">metodbilagan</a>.
      </p>
    </WorkroomPage>
  )
}

function stateOf({ withdrawn, verdict, published, isAhead }: { withdrawn: boolean; verdict: string | null; published: boolean; isAhead: boolean }): string {
  if (withdrawn) return 'Återtaget.'
  const waiting = verdict === null ? 'Väntar på granskning.' : verdict === 'approved' ? 'Godkänt.' : 'Tillbaka till den som skrev.'
  if (published && isAhead) return `Publicerat, med en ny version. ${waiting}`
  return published ? 'Publicerat.' : waiting
}

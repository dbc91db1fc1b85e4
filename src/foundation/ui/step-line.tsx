import type { ReactNode } from 'react'
import type { Language } from './catalogue.tsx'
import { Facts } from './facts.tsx'
import { formatDay, formatDays } from './format.tsx'
import { CourseState, type Standing } from './status.tsx'
import { words } from './words.tsx'

type Days = { readonly from: string; readonly to: string }

/** A step of the process as the public sees it. */
export type Step = {
  readonly id: string
  readonly number: string
  readonly title: string
  readonly who: string
  readonly purpose: string
  readonly focus: string
  readonly state: Standing
  readonly dates: Days
  readonly planned: Days
  readonly moves: readonly { readonly reason: string }[]
  readonly insertedBecause?: string | null
  readonly closed?: { readonly reason: string | null }
  readonly releasedAt?: string
  /** Where its published result lies. */
  readonly href?: string
}

/** The whole process on a line: who, when, why, what about; every moved date with its reason. `acts` draws what may be done with a step. */
export function StepLine({ steps, language, acts }: { steps: readonly Step[]; language: Language; acts?: (step: Step) => ReactNode }) {
  return (
    <ol className="steps">
      {steps.map((step) => (
        <li key={step.id} id={`steg-${step.id}`} className={step.state} aria-current={step.state === 'going' ? 'step' : undefined}>
          <h3>
            <span className="soft numbers">{step.number}</span> {step.title}
          </h3>
          <p className="step-when">
            <CourseState standing={step.state} language={language} /> <span>{formatDays(step.dates.from, step.dates.to, language)}</span>
          </p>
          <Facts small facts={factsOf(step, language)} />
          <Result step={step} language={language} />
          {acts?.(step)}
        </li>
      ))}
    </ol>
  )
}

function factsOf(step: Step, language: Language): (readonly [string, ReactNode])[] {
  const word = words(language)
  const moved = step.moves.at(-1)
  return [
    [word.who, step.who],
    [word.why, step.purpose],
    [word.focus, step.focus],
    ...(step.insertedBecause ? [[word.inserted, step.insertedBecause] as const] : []),
    ...(moved ? [[word.moved, `${moved.reason} ${word.was(formatDays(step.planned.from, step.planned.to, language))}`] as const] : []),
    ...(step.closed?.reason ? [[word.leftOutBecause, step.closed.reason] as const] : []),
  ]
}

function Result({ step, language }: { step: Step; language: Language }) {
  const word = words(language)
  if (step.releasedAt) return <p>{step.href ? <a href={step.href}>{word.seeResult}</a> : `${word.resultIsOpen}.`}</p>
  if (step.state === 'left-out') return null
  return <p className="small soft">{word.resultExpected(formatDay(step.dates.to, language))}.</p>
}

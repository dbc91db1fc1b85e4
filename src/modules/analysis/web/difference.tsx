import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Quote } from '#ui/quote'
import { stanceWords } from '../words.ts'
import { type Offered, type OwnStances, ReadingChoices } from './reading-choices.tsx'
import { ownStances } from './sent-readings.ts'

type Read = {
  readonly coderId: string
  readonly isNoise: boolean
  readonly noiseReason: string | null
  readonly codes: readonly { readonly themeId: string; readonly stance: 'keep' | 'leave' | 'want' | null }[]
}
type Wishes = {
  readonly difference: { readonly id: string; readonly text: string; readonly question: string; readonly group: string; readonly readings: readonly Read[] }
  readonly coders: readonly { readonly id: string; readonly name: string }[]
  readonly themes: readonly Offered[]
  readonly names: Readonly<Record<string, string>>
  readonly hidden: Record<string, string>
  readonly kept:
    | {
        readonly chosen: readonly string[]
        readonly own: OwnStances
        readonly stance?: string
        readonly reason?: string
        readonly problems: readonly { readonly field: string; readonly text: string }[]
      }
    | undefined
}

/** A statement that two have read otherwise than each other: what each read, and the form that settles it. */
export function Difference({ difference, coders, themes, names, hidden, kept }: Wishes) {
  const shared = difference.readings[0]?.codes.filter(({ themeId }) => difference.readings.every(({ codes }) => codes.some((code) => code.themeId === themeId))) ?? []
  return (
    <article className="panel">
      <p className="soft">
        {difference.group}. Frågan: {difference.question}
      </p>
      <Quote text={difference.text} />
      <ul>
        {difference.readings.map((read) => (
          <li key={read.coderId}>
            {coders.find(({ id }) => id === read.coderId)?.name}: {said(read, names)}
          </li>
        ))}
      </ul>
      <details open={kept !== undefined}>
        <summary>Avgör</summary>
        <Form act="settle" hidden={hidden}>
          <ReadingChoices
            themes={themes}
            chosen={kept?.chosen ?? shared.map(({ themeId }) => themeId)}
            stance={kept?.stance ?? shared[0]?.stance ?? ''}
            own={kept?.own ?? ownStances(shared)}
            ownFor={[...new Set(difference.readings.flatMap(({ codes }) => codes.map(({ themeId }) => themeId)))]}
            error={kept?.problems.find(({ field }) => field.startsWith('readings'))?.text}
          />
          <Button>Det här gäller</Button>
        </Form>
        <Form act="noise" hidden={hidden} className="inline">
          <TextField name="reason" label="Brus, därför att" value={kept?.reason} />
          <Button quiet small>
            Det är brus
          </Button>
        </Form>
      </details>
    </article>
  )
}

function said({ isNoise, noiseReason, codes }: Read, names: Readonly<Record<string, string>>): string {
  if (isNoise) return `brus (${noiseReason})`
  return codes.map(({ themeId, stance }) => `${names[themeId] ?? ''}${stance ? ` (${stanceWords[stance].toLowerCase()})` : ''}`).join(', ')
}

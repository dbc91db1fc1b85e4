import type { DocumentContent } from '#documents'
import type { Day } from '#kernel/day'
import type { FrozenFigures } from './read-frozen-figures.ts'
import type { ThinningReading } from './read-thinning.ts'
import { thinningWords } from './thinning-words.ts'

type Thinned = Pick<ThinningReading, 'dialogue' | 'day'> & {
  readonly decision: string
  readonly reason: string
  readonly number: number
  readonly on: Day
  readonly counts: { readonly thinned: number; readonly begun: number; readonly resting: number; readonly left: number }
  readonly figures: FrozenFigures | undefined
}

/** The protocol of a thinning: how many, by which rule, on which decision, what stays and why; and the figures as everybody could see them before. */
export function thinningDocument({ dialogue, day, decision, reason, number, on, counts, figures }: Thinned): DocumentContent {
  return {
    title: `Gallringsprotokoll ${number}: ${dialogue.title}`,
    subtitle: on,
    blocks: [
      {
        facts: [
          ['Beslut', decision],
          ['Skäl', reason],
          ['Regel', 'from' in day ? thinningWords.rule[day.by] : ''],
          ['Fick gallras från', 'from' in day ? day.from : ''],
          ['Gallrade svar', String(counts.thinned)],
          ['Gallrade påbörjade svar', String(counts.begun)],
          ['Svar som står kvar för att analysen vilar på dem', String(counts.resting)],
          ['Svar som återstår till nästa gallring', String(counts.left)],
        ],
      },
      { text: thinningWords.resting },
      ...(figures ? [{ text: thinningWords.figuresKept }] : []),
    ],
    data: { dialogue: dialogue.slug, decision, on, ...counts, ...(figures && { figures }) },
  }
}

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
  readonly counts: { readonly thinned: number; readonly begun: number; readonly proposals: number; readonly resting: number; readonly left: number }
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
          ...factsOf(dialogue.kind, counts),
        ],
      },
      { text: dialogue.kind === 'opinion' ? thinningWords.shownStay : thinningWords.resting },
      ...(figures ? [{ text: thinningWords.figuresKept }] : []),
    ],
    data: { dialogue: dialogue.slug, decision, on, ...counts, ...(figures && { figures }) },
  }
}

function factsOf(kind: Thinned['dialogue']['kind'], { thinned, begun, proposals, resting, left }: Thinned['counts']): [string, string][] {
  if (kind === 'opinion')
    return [
      ['Personer vars svar på påståenden gallrades', String(thinned)],
      ['Gallrade påståenden som inte visas', String(proposals)],
      ['Personer vars svar återstår till nästa gallring', String(left)],
    ]
  return [
    ['Gallrade svar', String(thinned)],
    ['Gallrade påbörjade svar', String(begun)],
    ['Svar som står kvar för att analysen vilar på dem', String(resting)],
    ['Svar som återstår till nästa gallring', String(left)],
  ]
}

import { choicesOffered, isAsked, type Question, scaleSteps } from './question.ts'

type Worded = Question & { readonly wording: string; readonly hint: string | null }
/** A question as it stands on paper. */
export type PaperQuestion = {
  readonly kind: Question['kind']
  readonly level: 2 | 3
  readonly heading: string
  readonly wording: string
  readonly hint: string
  readonly choices: readonly string[]
  readonly rows: readonly string[]
  readonly lines: number
  readonly other: boolean
  readonly unit: string
}

/** The questions as they are filled in by pen, with how, under the headings of their parts. A condition is said in words: paper can't hide a question. */
export function paperQuestions(questions: readonly Worded[]): PaperQuestion[] {
  let isUnderHeading = false
  return questions.map((question) => {
    const { kind, form, wording, hint, sectionHeading, showIf, maxLines } = question
    isUnderHeading ||= sectionHeading !== null
    return {
      kind,
      level: isUnderHeading ? 3 : 2,
      heading: sectionHeading ?? '',
      wording,
      hint: [hint, howByPen(question), showIf && isAsked(question) ? 'Hoppa över frågan om den inte gäller dig.' : undefined].filter(Boolean).join(' '),
      choices: kind === 'scale' ? scaleOnPaper(question) : [...choicesOffered(question).map(({ label }) => label), ...(kind === 'matrix' ? ['Vet ej'] : [])],
      rows: (form.rows ?? []).map(({ label }) => label),
      lines: kind === 'lines' ? Math.max(2, maxLines) : 7,
      other: form.other === true,
      unit: form.unit ?? '',
    }
  })
}

function scaleOnPaper({ form }: Question): string[] {
  const steps = scaleSteps(form)
  const end = (step: number) => (step === steps[0] ? form.leastLabel : step === steps.at(-1) ? form.mostLabel : undefined)
  return [...steps.map((step) => [step, end(step)].filter((each) => each !== undefined).join(' – ')), 'Vet ej']
}

function howByPen({ kind, form }: Question): string | undefined {
  if (kind === 'lines') return 'Skriv en sak på varje rad.'
  if (kind === 'one' || kind === 'picture' || kind === 'place' || kind === 'scale') return 'Sätt ett kryss.'
  if (kind === 'several') return form.most === undefined ? 'Sätt ett eller flera kryss.' : `Sätt högst ${form.most} kryss.`
  if (kind === 'matrix') return 'Sätt ett kryss på varje rad.'
  if (kind === 'ranking') return `Skriv 1 för det viktigaste, sedan 2 och så vidare, högst ${form.most ?? form.choices?.length ?? 1}.`
  return kind === 'date' ? 'Skriv år, månad och dag.' : undefined
}

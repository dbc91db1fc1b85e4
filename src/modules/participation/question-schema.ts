import { z } from 'zod'
import { dayField, numberField, optionalText, requiredText, slugField } from '#kernel/fields'
import { backgrounds, questionKinds } from './rules/question.ts'

const wholeNumber = (least: number, most: number) => z.coerce.number('not-a-number').int('not-a-number').min(least, 'not-a-number').max(most, 'not-a-number')
const orNothing = <Field extends z.ZodType>(field: Field) => z.union([z.literal('').transform(() => undefined), field]).optional()
// A number as an interface sends it, or as somebody wrote it.
const bound = z.union([z.number(), numberField, z.literal('').transform(() => undefined)]).optional()
const shortText = (most: number) => optionalText(most).transform((text) => text ?? undefined)

const choice = z.object({
  key: slugField,
  label: requiredText(200),
  labelEnglish: optionalText(200).nullable(),
  alone: z.boolean().optional(),
  /** Where one of our own files is served. */
  picture: z
    .string()
    .regex(/^\/filer\/[0-9a-f]{64}\.(png|jpg|webp)$/, 'not-a-picture')
    .optional(),
})
const differing = (choices: readonly { key: string }[]) => new Set(choices.map(({ key }) => key)).size === choices.length
const worded = (choices: readonly { label: string }[]) => new Set(choices.map(({ label }) => label.toLowerCase())).size === choices.length
const choices = z.array(choice).max(60, 'too-many-choices').refine(worded, 'same-words').refine(differing, 'same-key').optional()

const form = z
  .object({
    choices,
    rows: choices,
    other: z.boolean().optional(),
    least: bound,
    most: bound,
    leastLabel: shortText(60),
    leastLabelEnglish: shortText(60),
    mostLabel: shortText(60),
    mostLabelEnglish: shortText(60),
    whole: z.boolean().optional(),
    unit: shortText(30),
    unitEnglish: shortText(30),
    earliest: orNothing(dayField),
    latest: orNothing(dayField),
    longest: orNothing(wholeNumber(20, 5000)),
    point: z.boolean().optional(),
  })
  .refine(({ least, most }) => least === undefined || most === undefined || least <= most, { message: 'ends-before-it-starts', path: ['most'] })
  .refine(({ earliest, latest }) => earliest === undefined || latest === undefined || earliest <= latest, { message: 'ends-before-it-starts', path: ['latest'] })
  .prefault({})

const condition = z.object({
  question: slugField,
  is: z.enum(['answered', 'not-answered', 'one-of', 'not-one-of', 'at-least', 'at-most']),
  values: z.array(z.string().max(80)).max(60).readonly().optional(),
  value: z.number().optional(),
})

export const showIfField = z.object({ match: z.enum(['all', 'any']), conditions: z.array(condition).min(1).max(10, 'too-many-conditions').readonly() })

/** A question as its maker sends it. Without a key it gets one of its own, which it keeps wherever it is moved. */
export const questionField = z
  .object({
    key: slugField.optional(),
    kind: z.enum(questionKinds).default('lines'),
    wording: requiredText(300),
    wordingEnglish: optionalText(300),
    hint: optionalText(1000),
    hintEnglish: optionalText(1000),
    stance: z.enum(['keep', 'leave', 'want']).nullable().default(null),
    axis: z.enum(['place', 'workplace']).default('place'),
    maxLines: wholeNumber(1, 10).default(3),
    required: z.boolean().default(false),
    sectionHeading: optionalText(120),
    sectionHeadingEnglish: optionalText(120),
    background: z.enum(backgrounds).nullable().default(null),
    form,
    showIf: showIfField.nullable().default(null),
  })
  .refine(({ kind, form: { least = 1, most = 5 } }) => kind !== 'scale' || (Number.isInteger(least) && Number.isInteger(most) && most - least >= 1 && most - least <= 10), {
    message: 'not-a-scale',
    path: ['form', 'most'],
  })
  .refine(({ kind, form }) => (kind !== 'several' && kind !== 'ranking') || fitsChoices(form, form.most ?? 1), { message: 'more-than-choices', path: ['form', 'most'] })
  .refine(({ kind, form }) => kind !== 'several' || fitsChoices(form, form.least ?? 1), { message: 'more-than-choices', path: ['form', 'least'] })
  .transform((question) => ({ ...question, required: question.required && question.kind !== 'information' }))

export type QuestionInput = z.input<typeof questionField>

// How many may be chosen can be said before there is anything to choose.
function fitsChoices({ choices = [], other }: z.output<typeof form>, count: number): boolean {
  return Number.isInteger(count) && count >= 1 && (choices.length === 0 || count <= choices.length + (other ? 1 : 0))
}

/** Gives every question without a key one that no other has. */
export function withKeys<Asked extends { readonly key?: string | undefined }>(questions: readonly Asked[]): (Asked & { readonly key: string })[] {
  const taken = new Set(questions.flatMap(({ key }) => key ?? []))
  let number = 0
  return questions.map((question) => {
    if (question.key) return { ...question, key: question.key }
    do number++
    while (taken.has(`fraga-${number}`))
    return { ...question, key: `fraga-${number}` }
  })
}

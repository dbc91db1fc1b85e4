export const questionKinds = ['lines', 'text', 'one', 'several', 'scale', 'matrix', 'ranking', 'number', 'date', 'place', 'picture', 'information'] as const
export type QuestionKind = (typeof questionKinds)[number]

/** The most questions that one dialogue asks. */
export const mostQuestions = 60

/** Background questions that every survey asks alike, so that answers can be held against the population. */
export const backgrounds = ['age', 'place', 'relation', 'gender'] as const
export type Background = (typeof backgrounds)[number]

/** Something to choose: its key never changes, its words may. */
export type Choice = {
  readonly key: string
  readonly label: string
  readonly labelEnglish: string | null
  /** Of several: nothing else goes with it ("Inget av det här"). */
  readonly alone?: boolean | undefined
  /** The address of a picture, whose words are the label. */
  readonly picture?: string | undefined
}

/** What is peculiar to a kind of question. */
export type QuestionForm = {
  /** What is chosen among: one, several, ranking, picture; of a matrix its columns. */
  readonly choices?: readonly Choice[] | undefined
  /** Of a matrix: what is answered on, row by row. */
  readonly rows?: readonly Choice[] | undefined
  /** One or several: an answer in one's own words goes too. */
  readonly other?: boolean | undefined
  /** Scale and number: its ends. Several: the fewest and the most that may be chosen. Ranking: how many are ranked. */
  readonly least?: number | undefined
  readonly most?: number | undefined
  readonly leastLabel?: string | undefined
  readonly leastLabelEnglish?: string | undefined
  readonly mostLabel?: string | undefined
  readonly mostLabelEnglish?: string | undefined
  /** Number: whole ones only, and what is counted. */
  readonly whole?: boolean | undefined
  readonly unit?: string | undefined
  readonly unitEnglish?: string | undefined
  /** Date: the first and the last day. */
  readonly earliest?: string | undefined
  readonly latest?: string | undefined
  /** Lines and text: the most signs. */
  readonly longest?: number | undefined
  /** Place: a square of the map goes too. */
  readonly point?: boolean | undefined
}

export type Condition = {
  /** The key of a question in an earlier part. */
  readonly question: string
  readonly is: 'answered' | 'not-answered' | 'one-of' | 'not-one-of' | 'at-least' | 'at-most'
  readonly values?: readonly string[] | undefined
  readonly value?: number | undefined
}
/** When a question is asked: all of its conditions hold, or any of them. */
export type ShowIf = { readonly match: 'all' | 'any'; readonly conditions: readonly Condition[] }

/** A place of the municipality's list. One that is ended is no longer offered, and says the name of the answers that it has. */
export type ListedPlace = Choice & { readonly isEnded: boolean }

/** A map of squares to choose on. A square is named by where it lies on the earth, so that it is the same on the next map. */
export type SquareMap = {
  readonly side: number
  readonly columns: number
  readonly rows: number
  readonly paths: readonly { readonly kind: 'area' | 'line'; readonly d: string }[]
  readonly names: readonly { readonly name: string; readonly x: number; readonly y: number }[]
  readonly squares: readonly { readonly key: string; readonly name: string; readonly near: string | null; readonly column: number; readonly row: number }[]
}

/** A question as its rules see it. */
export type Question = {
  readonly id: string
  readonly key: string
  readonly kind: QuestionKind
  readonly required: boolean
  readonly maxLines: number
  readonly form: QuestionForm
  readonly showIf: ShowIf | null
  /** The heading of the part that begins with this question; none goes on in the part before. */
  readonly sectionHeading: string | null
  /** Of a question of places without choices of its own: the municipality's list. */
  readonly places?: readonly ListedPlace[] | undefined
  /** Of a question of places that asks for a square too: the map that is shown, and every square that there has been. */
  readonly map?: SquareMap | undefined
  readonly squares?: readonly ListedPlace[] | undefined
}

/** An answer that nobody can give by writing: "vet ej" on a scale or in a row. */
export const dontKnow = 'vet-ej'

/** What was answered, by the key of the question. Words of one's own are statements, and are not here. */
export type Value = string | number | readonly string[] | Readonly<Record<string, string>>
export type Values = Readonly<Record<string, Value>>

/** Whether the answer is words of one's own, to be read as statements. */
export function isOpen(kind: QuestionKind): boolean {
  return kind === 'lines' || kind === 'text'
}

/** Whether anything is answered on it at all. */
export function isAsked({ kind }: Pick<Question, 'kind'>): boolean {
  return kind !== 'information'
}

/** Whether its choices are the municipality's places: it has none of its own. */
export function usesListedPlaces({ kind, form }: Pick<Question, 'kind' | 'form'>): boolean {
  return kind === 'place' && (form.choices?.length ?? 0) === 0
}

/** What an answer can be called by: the choices, of a question of places also those that have ended. */
export function choicesNamed(question: Pick<Question, 'kind' | 'form' | 'places' | 'squares'>): readonly Choice[] {
  const listed = usesListedPlaces(question) ? (question.places ?? []) : (question.form.choices ?? [])
  return question.squares ? [...listed, ...question.squares] : listed
}

/** What can be chosen now. */
export function choicesOffered(question: Pick<Question, 'kind' | 'form' | 'places'>): readonly Choice[] {
  return usesListedPlaces(question) ? (question.places ?? []).filter(({ isEnded }) => !isEnded) : (question.form.choices ?? [])
}

/** The keys of what can be chosen, with what a scale and its "vet ej" offer. */
export function choiceKeys(question: Pick<Question, 'kind' | 'form' | 'places'>): string[] {
  if (question.kind === 'scale') return [...scaleSteps(question.form).map(String), dontKnow]
  return choicesOffered(question).map(({ key }) => key)
}

/** The steps of a scale, from its lowest to its highest: 1 to 5 when nothing else is said. */
export function scaleSteps({ least = 1, most = 5 }: QuestionForm): number[] {
  return Array.from({ length: most - least + 1 }, (_, step) => least + step)
}

import type { SentForm } from '#http/read-form'

export const mostRows = 8
type Sent = { themeId: string; stance: 'keep' | 'leave' | 'want' | ''; from: number | null; to: number | null }

/** The themes of a coding form, one a row; rows without a theme are left out. What is no stance or place goes on as it is, to be refused. */
export function sentReadings(form: SentForm): Sent[] {
  return Array.from({ length: mostRows }, (_, at) => at + 1).flatMap((row) => {
    const themeId = form.text(`theme-${row}`)
    return themeId ? [{ themeId, stance: form.text(`stance-${row}`) as 'keep', ...sentSpan(form, `-${row}`) }] : []
  })
}

/** Said of a theme that is only named, where an empty answer means the common stance. */
export const onlyNames = 'none'
export const ownStanceField = (themeId: string) => `stance-${themeId}`

/** The themes that are ticked in a form, each with the stance of its own that it was given there, or else the common one. */
export function sentChoices(form: SentForm): Pick<Sent, 'themeId' | 'stance'>[] {
  return form.all('themeIds').map((themeId) => {
    const own = form.text(ownStanceField(themeId))
    return { themeId, stance: (own === onlyNames ? '' : own || form.text('stance')) as 'keep' }
  })
}

type Read = { readonly themeId: string; readonly stance: string | null }

/** What the form has for codes that were read before: the first stance is the common one, and who has another has its own. */
export function ownStances(codes: readonly Read[]): Record<string, string> {
  const common = codes[0]?.stance
  return Object.fromEntries(codes.flatMap(({ themeId, stance }) => (stance === common ? [] : [[ownStanceField(themeId), stance ?? onlyNames]])))
}

/** From and to as places in the text. A part is sent with where it begins and ends; without a to, it is the one part. */
export function sentSpan(form: SentForm, row: string): { from: number | null; to: number | null } {
  const [first, last] = [form.text(`from${row}`).split('-'), form.text(`to${row}`).split('-')]
  const number = (text: string | undefined) => (text ? Number(text) : null)
  return { from: number(first[0]), to: number(last[1]) ?? number(first[1]) }
}

type Shown = { readonly themeId: string; readonly certainty: number; readonly learntFrom: number }

/** Suggestions as a form sends them along: the theme, how sure it was and how many coded statements it was learnt from, one after another. */
export function shownText(shown: readonly Shown[]): string {
  return shown.map(({ themeId, certainty, learntFrom }) => `${themeId} ${certainty.toFixed(4)} ${learntFrom}`).join(',')
}
export function sentShown(text: string): Shown[] {
  const each = text === '' ? [] : text.split(',')
  return each.map((one) => {
    const [themeId = '', certainty, learntFrom] = one.split(' ')
    return { themeId, certainty: Number(certainty), learntFrom: Number(learntFrom) }
  })
}

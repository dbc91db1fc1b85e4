import { type ActColours, accentColours } from './accent-colours.ts'

/** The style sheet of an accent, for both schemes; nothing for what is no colour. The same colour gives the same sheet, so that it may be kept for ever. */
export function writeAccentCss(hex: string): string | undefined {
  if (!/^[0-9a-f]{6}$/.test(hex)) return undefined
  const rules = ({ act, strong, ink, pale }: ActColours) => `:root{--act:${act};--act-strong:${strong};--act-ink:${ink};--act-pale:${pale}}`
  const [light, dark] = [rules(accentColours(`#${hex}`, 'light')), rules(accentColours(`#${hex}`, 'dark'))]
  // Forced colours are the reader's own, and paper is white.
  return `@media (forced-colors:none){${light}}@media screen and (prefers-color-scheme:dark) and (forced-colors:none){${dark}}\n`
}

import { catalogue } from '#ui/catalogue'
import type { AddressProblem } from './rules/address-lines.ts'

/** What somebody with a one-time code reads. */
export const codeWords = catalogue({
  sv: {
    title: 'Skriv din kod',
    lead: 'Den här enkäten är för en viss grupp. Varje kod gäller för ett svar.',
    code: 'Kod',
    hint: 'Sjutton tecken, till exempel A1B2-C3D4-E5F6-G7H8-9. Stora eller små bokstäver går lika bra.',
    go: 'Gå till enkäten',
    kept: 'Vi skriver upp att koden är använd. Vi skriver inte upp när, och inte vilket svar den gav.',
    'code-missing': 'Skriv koden som du har fått',
    'code-mistyped': 'Koden är felskriven. Jämför den med den du har fått',
    'code-unknown': 'Koden finns inte i den här enkäten. Jämför den med den du har fått',
    'code-used': 'Koden är redan använd. Varje kod gäller för ett svar',
    'code-revoked': 'Koden gäller inte längre. Fråga den du fick den av',
    'code-expired': 'Kodens sista dag har passerat. Fråga den du fick den av',
  },
  en: {
    title: 'Enter your code',
    lead: 'This survey is for a certain group. Each code is good for one answer.',
    code: 'Code',
    hint: 'Seventeen characters, for example A1B2-C3D4-E5F6-G7H8-9. Capital or small letters do equally well.',
    go: 'Go to the survey',
    kept: 'We note that the code has been used. We do not note when, nor which answer it gave.',
    'code-missing': 'Enter the code you have been given',
    'code-mistyped': 'The code is mistyped. Compare it with the one you were given',
    'code-unknown': 'The code is not in this survey. Compare it with the one you were given',
    'code-used': 'The code has been used. Each code is good for one answer',
    'code-revoked': 'The code is no longer good. Ask whoever gave it to you',
    'code-expired': 'The last day of the code has passed. Ask whoever gave it to you',
  },
})

/** Why a leader can't make or revoke codes. */
export const codeRefusalWords: Record<string, string> = {
  'open-to-all': 'Enkäten är öppnad för alla, så den kan inte slutas till en grupp',
  'closed-already': 'Enkäten är stängd',
  'expired-already': 'Dagen har passerat. Välj en senare',
  'too-many-addresses': 'En enhet kan ha högst 5 000 adresser åt gången',
  'no-addresses': 'Ingen rad går att använda',
  'not-an-email': 'Skriv en e-postadress, till exempel namn@exempel.se',
  'not-open-now': 'Enkäten är inte öppen, så inga brev skickas',
  'no-mail': 'Ingen e-postserver är inställd (SMTP_URL), så inga brev lämnar installationen',
  'not-utf8': 'Filen går inte att läsa som text. Spara den som CSV med UTF-8',
  'no-such-code': 'Koden finns inte i den här enkäten. Jämför den med den du har fått',
}

/** Why a line of addresses can't be used. */
export const addressProblemWords: Record<AddressProblem, string> = {
  'not-an-email': 'det står ingen e-postadress först på raden, eller mer än adressen',
  'many-on-a-line': 'det står flera adresser på raden. Skriv en på varje',
  'no-unit': 'det står ingen enhet på raden, och ingen för alla',
  'long-unit': 'enhetens namn är längre än 120 tecken',
  unclosed: 'ett citattecken börjar men slutar inte',
}

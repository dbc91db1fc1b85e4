import type { PersonalData } from './personal-data.ts'

/**
 * Registration plates of Swedish vehicles: three letters, two figures and a figure or letter, where the words before or after speak of a vehicle or of
 * registration; bus models and companies look the same (NMT 450). `possible` where only a vehicle is spoken of.
 *
 * @example
 * findPlates('Volvon med regnr ABC 123').map(({ text, certainty }) => [text, certainty]) // => [['ABC 123', 'certain']]
 * findPlates('mobilnätet NMT 450') // => []
 */
export function findPlates(text: string): PersonalData[] {
  return [...text.matchAll(likePlate)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length]
    const beside = `${text.slice(Math.max(0, start - 60), start)} ${text.slice(end, end + 30)}`
    const certainty = registration.test(beside) ? 'certain' : vehicle.test(beside) ? 'possible' : undefined
    return certainty ? [{ kind: 'plate', certainty, start, end, text: match[0] }] : []
  })
}

// The letters that plates are made of; a sign that may be read as another is not among them.
const likePlate = /(?<![\p{L}\p{N}-])(?:[A-HJ-PR-UW-Z]{3}|[a-hj-pr-uw-z]{3})[ \u00A0-]?\d{2}[0-9A-HJ-NPR-UW-Za-hj-npr-uw-z](?![\p{L}\p{N}])/gu
const registration = /(?<!\p{L})(?:reg\.?[ -]?n(?:umme)?r|registrering\p{L}*|regnummer\p{L}*|nummerplåt\p{L}*|bilnummer\p{L}*|regskylt\p{L}*)/iu
const vehicle =
  /(?<!\p{L})(?:bil|bilen|bilar|bilens|skåpbil\p{L}*|lastbil\p{L}*|personbil\p{L}*|moped\p{L}*|epa\p{L}*|a-traktor\p{L}*|traktor\p{L}*|motorcykel\p{L}*|mc|släp|släpet|släpvagn\p{L}*|husvagn\p{L}*|husbil\p{L}*|volvo|volvon|saab|saaben|parkera\p{L}*|felparker\p{L}*)(?!\p{L})/iu

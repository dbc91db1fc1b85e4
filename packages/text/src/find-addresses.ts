import type { PersonalData } from './personal-data.ts'

/**
 * Street addresses: a street and a house number, with the flat and the postal address when they follow. A street is
 * one word that ends in -gata, -gatan, -väg, -vägen, -gränd, -gränden, -stig or -stigen, a word such as Norra before it
 * or not; or such an ending as a word of its own after Stora, Lilla … (Stora vägen) or after a name (Karin Boyes gata).
 * Numbered roads (riksväg, länsväg) and kinds of way (cykelväg, skogsbilväg) are not streets, nor is a number a house
 * when a unit follows it. `possible` when the street is in small letters.
 *
 * @example
 * findAddresses('Vi bor på Norra Skolgatan 12 B, 841 31 Ånge').map(({ text }) => text) // => ['Norra Skolgatan 12 B, 841 31 Ånge']
 * findAddresses('Bulla på skolgatan 3')[0].certainty // => 'possible'
 * findAddresses('Riksväg 83 och cykelvägen 5 km') // => []
 */
export function findAddresses(text: string): PersonalData[] {
  return [...text.matchAll(likeAddress)].flatMap((match) => {
    const { street = '', indefinite } = match.groups ?? {}
    const isNamed = /^\p{Lu}/u.test(street)
    // "Omväg 3" and "en smal väg 3" in small letters are no names.
    if (notAStreet.test(street.normalize('NFC')) || (!isNamed && indefinite)) return []
    return [{ kind: 'address', certainty: isNamed ? 'certain' : 'possible', start: match.index, end: match.index + match[0].length, text: match[0] }]
  })
}

// Letters with dots may be composed or not: offsets are those of the text as it came. Capitals are for those who shout.
const a = '(?:ä|a\\u0308|Ä|A\\u0308)'
const definite = `(?:gatan|v${a}gen|gr${a}nden|stigen|GATAN|V${a}GEN|GR${a}NDEN|STIGEN)`
const indefinite = `(?<indefinite>gata|v${a}g|gr${a}nd|stig|GATA|V${a}G|GR${a}ND|STIG)`
const letter = '[\\p{L}\\p{M}]'
const space = '[ \\u00A0]'
const o = '(?:Ö|O\\u0308)'
const prefix = `(?:Norra|So\\u0308dra|Södra|${o}stra|Va\\u0308stra|Västra|Stora|Lilla|Gamla|Nya|${o}vre|Nedre|Yttre|Inre|Mellersta|La\\u030Anga|Långa|Sankt|S:t)`
const oneWord = `(?:${prefix}${space})?[\\p{L}\\p{M}-]{2,40}?(?:${definite}|${indefinite})`
const afterPrefix = `${prefix}${space}${definite}`
const afterName = `(?:\\p{Lu}${letter}{1,30}${space})?\\p{Lu}[\\p{L}\\p{M}-]{0,30}s${space}(?:gata|v${a}g|gr${a}nd|stig)`
const house = `\\d{1,3}(?:[A-Za-z](?!${letter})|${space}[A-Z](?![\\p{L}\\p{M}\\d]))?(?:[-–]\\d{1,3})?`
const unit = `(?:\\d|${space}?%|[.,:]\\d|${space}(?:km|m|mil|meter|gång|gånger|kr|kronor|procent|dagar|år|timmar|minuter)(?!${letter}))`
const flat = `(?:,?${space}lgh${space}?\\d{4})?`
const postal = `(?:,?\\s{1,2}\\d{3}${space}?\\d{2}${space}{1,2}\\p{Lu}${letter}{1,30})?`
const likeAddress = new RegExp(`(?<![\\p{L}\\p{M}\\p{N}-])(?<street>${afterPrefix}|${afterName}|${oneWord})${space}${house}(?!${unit})${flat}${postal}`, 'gu')

const notAStreet = /^(?:riks|europa|läns|lands|motor|cykel|gång|gc-?|om|skogs?|skogsbil|bil|sjö|järn|genom|ut|in|av|um)v(?:äg|ägen)$/iu

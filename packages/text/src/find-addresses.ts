import type { PersonalData } from './find-personal-data.ts'

/**
 * Street addresses: a name that ends in -gata, -gatan, -väg, -vägen, -gränd, -gränden, -stig or -stigen, with words such
 * as Norra before it, and a house number; a flat and a postal address after it are part of it. Numbered roads (riksväg, europaväg,
 * länsväg) and kinds of way (cykelväg, motorväg) are not addresses. `possible` when the street is in small letters.
 *
 * @example
 * findAddresses('Vi bor på Norra Skolgatan 12 B, 841 31 Ånge').map(({ text }) => text) // => ['Norra Skolgatan 12 B, 841 31 Ånge']
 * findAddresses('Bulla på skolgatan 3')[0].certainty // => 'possible'
 * findAddresses('Riksväg 83 och cykelvägen 5 km') // => []
 */
export function findAddresses(text: string): PersonalData[] {
  return [...text.matchAll(likeAddress)].flatMap((match) => {
    const street = (match.groups?.street ?? '').normalize('NFC')
    const isNamed = /^\p{Lu}/u.test(street)
    if (notAStreet.test(street) || (!isNamed && !/(?:n|en)$/u.test(street))) return []
    // "Vägen" alone is a way, "Stora vägen" is an address.
    if (/^(?:gata|gatan|väg|vägen|gränd|gränden|stig|stigen)$/iu.test(street)) return []
    return [{ kind: 'address', certainty: isNamed ? 'certain' : 'possible', start: match.index, end: match.index + match[0].length, text: match[0] }]
  })
}

// Letters with dots may be composed or not: offsets are those of the text as it came.
const ending = '(?:gatan?|v(?:ä|a\\u0308)g(?:en)?|gr(?:ä|a\\u0308)nd(?:en)?|stig(?:en)?)'
const before = '(?:\\p{Lu}[\\p{L}\\p{M}]{1,30}[ \\u00A0])'
const house = '\\d{1,3}(?:[A-Za-z](?![\\p{L}\\p{M}])|[ \\u00A0][A-Z](?![\\p{L}\\p{M}\\d]))?(?:[-–]\\d{1,3})?'
const after = '(?:,?[ \\u00A0]lgh[ \\u00A0]?\\d{4})?(?:,?\\s{1,2}\\d{3}[ \\u00A0]?\\d{2}[ \\u00A0]{1,2}\\p{Lu}[\\p{L}\\p{M}]{1,30})?'
const likeAddress = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])${before}{0,2}(?<street>[\\p{L}\\p{M}-]{0,40}${ending})[ \\u00A0]${house}(?![\\d%]|[.,:]\\d|[ \\u00A0](?:km|m|mil|meter|gånger|kr|procent)(?![\\p{L}\\p{M}]))${after}`,
  'giu',
)

const notAStreet = /^(?:riks|europa|läns|lands|motor|cykel|gång|gc-?|gång- och cykel|om|skog(?:s)?bil|sjö|järn|under|fram|på|ut|in)v(?:äg|ägen)$/iu

import { givenNames } from './given-names.ts'
import type { PersonalData } from './personal-data.ts'

/**
 * Names of persons: a given name that fifty or more bear, and a surname with a capital after it; further given names, an initial, *von*, *af* or *de* between them.
 * A title before the name is no part of it (*Finansminister Anna Exempelsson*). What is named after a person (*Karin Boyes gata*, *Sankt Olofs kyrka*)
 * is none. A lone given name, a name in small letters and one in capitals alone are not found: those are for a person.
 *
 * @example
 * findNames('Rektor Anna Exempelsson vet.').map(({ text }) => text) // => ['Anna Exempelsson']
 * findNames('Anna Boyes gata') // => []
 */
export function findNames(text: string): PersonalData[] {
  const words = Array.from(text.matchAll(capitalised), ({ 0: word, index }) => ({ word: word.normalize('NFC'), start: index, end: index + word.length }))
  const found: PersonalData[] = []
  for (let at = 0; at < words.length; at++) {
    const first = words[at] as Capitalised
    if (!isGiven(first.word)) continue
    let last = at
    while (last + 1 < words.length && joins(text.slice((words[last] as Capitalised).end, (words[last + 1] as Capitalised).start)) && last - at < mostWords) last++
    const end = (words[last] as Capitalised).end
    const isNamedAfter =
      words.slice(at, last + 1).some(({ word }) => namedAfter.test(word)) || placeAfter.test(text.slice(end, end + 30)) || saintBefore.test(text.slice(0, first.start))
    if (last > at && !isNamedAfter) found.push({ kind: 'name', certainty: 'certain', start: first.start, end, text: text.slice(first.start, end) })
    at = last
  }
  return found
}

type Capitalised = { readonly word: string; readonly start: number; readonly end: number }

const mostWords = 4
const capitalised = /(?<![\p{L}\p{M}\p{N}-])\p{Lu}[\p{L}\p{M}'’]*[\p{Ll}\p{M}](?:-\p{Lu}[\p{Ll}\p{M}]+)*(?![\p{L}\p{N}])/gu

// Borne as names by somebody, and the beginning of many a place.
const beginsPlaces = new Set(['San', 'Los', 'Las', 'Santa', 'Nya', 'Norra', 'Södra', 'Östra', 'Västra', 'Stora', 'Lilla', 'Den', 'Du', 'Juni'])

function isGiven(word: string): boolean {
  if (beginsPlaces.has(word)) return false
  return givenNames.has(word) || (word.includes('-') && word.split('-').every((part) => givenNames.has(part)))
}

/** What may stand between the words of a name. */
function joins(between: string): boolean {
  return /^[ \u00A0](?:\p{Lu}\.?[ \u00A0])?(?:(?:von|af|de|van|der|da|al|el)[ \u00A0]){0,2}$/u.test(between)
}

// What is called after somebody, and what a given name may be the beginning of.
const namedAfter =
  /(?:gata|gatan|gator|väg|vägen|gränd|gränden|stig|stigen|torg|torget|plan|platsen|skola|skolan|skolor|kyrka|kyrkan|gård|gården|parken|backen|bron|berget|sjön|viken|ön|byn|stad|stan|kommun|kommunen|landet|län|församling|sjukhus|sjukhuset|hallen|huset|institutet|museet|universitet|universitetet|högskola|högskolan|fonden|stiftelsen|priset|lagen|modellen|dagen|festivalen|partiet|förbundet|verket|bolaget|gruppen|data|bank|banken|AB)$/iu
const placeAfter =
  /^[ \u00A0-](?:gata|gatan|väg|vägen|gränd|stig|torg|torget|plan|plats|skola|skolan|kyrka|kyrkan|gård|park|bro|backe|församling|sjukhus|hall|hus|institut|museum|universitet|fond|stiftelse|pris|minne|stipendium)(?!\p{L})/iu
const saintBefore = /(?:Sankt|Sankta|S:t|S:ta|St\.?)[ \u00A0]$/u

/** text === original.slice(start, end), in UTF-16 units. */
export type Threat = { readonly kind: 'threat' | 'insult'; readonly start: number; readonly end: number; readonly text: string }

/**
 * Words that threaten somebody, and words that insult or swear, for a person to look at: in the order of the text, never overlapping, the threat where two
 * do. A short list of Swedish patterns of ours. It knows nothing of what is meant: nothing may be hidden on its word alone.
 *
 * @example
 * findThreats('Jag vet var du bor.') // => [{ kind: 'threat', start: 0, end: 18, text: 'Jag vet var du bor' }]
 * findThreats('Vilka idioter!').map(({ kind, text }) => [kind, text]) // => [['insult', 'idioter']]
 * findThreats('Beslutet ska skjutas upp, och vargen ska skjutas') // => []
 */
export function findThreats(text: string): Threat[] {
  const chosen: Threat[] = []
  for (const [kind, pattern] of patterns)
    for (const { index, 0: said } of text.matchAll(pattern)) {
      const one = { kind, start: index, end: index + said.length, text: said }
      if (!chosen.some((other) => one.start < other.end && other.start < one.end)) chosen.push(one)
    }
  return chosen.toSorted((one, other) => one.start - other.start)
}

// Spaces of any kind and number between words. Each pattern is of a few words in a row, so that no text makes it slow.
const inARow = (words: string) => new RegExp(`(?<![\\p{L}\\p{N}])(?:${words.replaceAll(' ', '\\s{1,9}')})(?![\\p{L}\\p{N}])`, 'giu')

const somebody = '(?:dig|er|honom|henne|hen|dem|dom|den jäveln|de jävlarna|din familj|dina barn|alla politiker|varenda en)'
const whose = '(?:ditt|din|dina|ert|er|era|hans|hennes)'
const heOrShe = '(?:du|ni|han|hon|hen|de|dom)'
const someOffice = '(?:politiker(?:n|na)?|kommunalråd(?:et)?|chef(?:en|erna)?|rektor(?:n|erna)?|lärar(?:e|en|na)|tjänstem(?:an|annen|än|ännen)|journalister(?:na)?)'
const whoever = `(?:${heOrShe}|${someOffice})`

const threats = [
  // What is said to be done to somebody.
  `(?:döda|dödar|mörda|mördar|skjuta|skjuter|strypa|stryper|knivhugga|knivhugger|hugga ner|slå ihjäl|slår ihjäl|slå ner|slår ner|spöa|spöar|lemlästa|våldta) ${somebody}(?! (?:upp|fram|på|över|framför|in|ut|bort))`,
  `(?:slå|slår) ${somebody} (?:ihjäl|gul och blå|sönder och samman|på käften)`,
  `(?:slå|slår) in (?:skallen|käften)`,
  // What somebody is said to deserve.
  `${whoever} (?:bör|borde|ska|skulle|måste|förtjänar att) (?:\\p{L}+ )?(?:dö|dödas|mördas|hängas|avrättas|arkebuseras|lynchas|skjutas|stenas)(?! (?:upp|fram|på|över|in|ut|bort|av|till))`,
  `hoppas (?:att )?${whoever} dör`,
  `dö(?: (?:din|ditt|era) \\p{L}+)`,
  // That one can be found.
  `(?:(?:jag|vi) )?vet (?:precis |exakt |nog )?(?:var|vart) (?:du|ni|han|hon|dina barn|din familj) (?:bor|jobbar|går i skolan)`,
  // What will come of it.
  `${heOrShe} (?:ska|kommer att|kommer|lär) (?:få )?(?:ångra (?:dig|er|sig)|betala för det här|betala dyrt)`,
  `passa (?:dig|er) (?:noga|jävligt noga|för fan)`,
  `(?:akta dig|akta er) (?:noga|jävligt noga|för fan)`,
  `${heOrShe} ligger (?:jävligt )?risigt till`,
  `kula i (?:huvudet|pannan|skallen|nacken)`,
  // What is said to be done to where somebody is.
  `(?:bränna|bränner|elda|eldar) (?:ner|ned|upp) (?:\\p{L}+ )?(?:hus|huset|kommunhuset|stadshuset|moskén|kyrkan|skolan|förläggningen|${whose} \\p{L}+)`,
  `(?:spränga|spränger|bomba|bombar) (?:${somebody}|kommunhuset|stadshuset|moskén|skolan|${whose} hus)`,
].sort((one, other) => other.length - one.length)

const insults = [
  'idiot(?:en|er|erna|isk\\p{L}*)?',
  'dumskall(?:e|en|ar|arna)|dumhuvud(?:et|en)?|dumjävel|puck(?:o|ot|on)|mongo(?:t|n)?|miffo(?:n)?|efterbliv(?:en|na)|korkskall(?:e|ar)',
  '\\p{L}*d?jävl(?:a|ar|arna|igt?|iga)|\\p{L}*d?jävel(?:n)?|satans|fanskap(?:et)?',
  '(?:fy|för|va|vad|ta mig|ge|tusan och|vem) fan|fan (?:ta|vad|också|heller|va)|fan(?: )?i(?: )?mig',
  '(?:dra|far|åt|i) helvete|(?:dra|far|gå) åt (?:helvete|skogen)|helvetes',
  'håll käften|håll truten|håll (?:käft|klaffen)|knip igen',
  'fitt(?:a|an|or|orna)|kuk(?:en|ar|huvud\\p{L}*)?|hor(?:a|an|or|orna|unge\\p{L}*)|slyn(?:a|an|or)|subb(?:a|an|or)|kärringjävel|luder|slampa(?:n)?|slampor',
  'äckel|äcklet|kräk(?:et|en)|as(?:hål|et)|rövhål\\p{L}*|skitstöv(?:el|eln|lar)|skithög(?:en|ar)?|skitsnack|skitung(?:e|ar)|avskum(?:met)?|pack(?:et)? som|slödder(?:patrask)?',
  'neger(?:n)?|negrer(?:na)?|svartskall(?:e|en|ar|arna)|blatt(?:e|en|ar|arna)|svartingar(?:na)?|zigenarpack|lappjävel|bögjävel|bögjävlar|muslimjävel|judejävel',
]

const patterns: readonly (readonly [Threat['kind'], RegExp])[] = [
  ...threats.map((words) => ['threat', inARow(words)] as const),
  ...insults.map((words) => ['insult', inARow(words)] as const),
]

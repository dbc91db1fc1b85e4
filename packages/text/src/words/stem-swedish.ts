/**
 * The stem of a Swedish word in small letters: *bussarna*, *bussar* and *bussen* are all *buss*.
 *
 * Method: Porter's Swedish stemmer as Snowball published it (snowballstem.org/algorithms/swedish, version 3; BSD).
 *
 * @example
 * ['bussarna', 'mötesplatser', 'trygghet'].map((word) => stemSwedish(word)) // => ['buss', 'mötesplats', 'trygg']
 */
export function stemSwedish(word: string): string {
  const region = regionOf(word)
  return lastEnding(undoubled(firstEnding(word, region), region), region)
}

/** R1: what comes after the first letter that is no vowel and follows a vowel, though never nearer the beginning than three letters. */
function regionOf(word: string): number {
  const found = /[aeiouyäåö][^aeiouyäåö]/.exec(word)
  return found ? Math.max(3, found.index + 2) : word.length
}

// The longest first.
const firstEndings =
  'heterna hetens andet anden heten heter arnas ernas ornas andes arens arna erna orna ande arne aste aren ades erns ade are ern ens het ast ad en ar er or as es at et a e'.split(
    ' ',
  )
const lastLetterBeforeS = /[bcdfghjklmnoprtvy]s$/
// Words in -het, -paket, -aktivitet and their like end in a stem of their own.
const noEndingEt = /(?:fab|h|pak|rak|stak|kom|iet|cit|dit|alit|ilit|mit|nit|pit|rit|sit|tit|uit|ivit|kvit|xit)$/

function firstEnding(word: string, region: number): string {
  const ending = firstEndings.find((each) => word.endsWith(each) && word.length - each.length >= region)
  if (ending === 'et') return losesEt(word.slice(0, -2)) ? word.slice(0, -2) : word
  if (ending) return word.slice(0, -ending.length)
  if (word.length <= region || !word.endsWith('s')) return word
  if (word.endsWith('ets') && losesEt(word.slice(0, -3))) return word.slice(0, -3)
  return lastLetterBeforeS.test(word) ? word.slice(0, -1) : word
}

function losesEt(before: string): boolean {
  return before.length > 2 && /[aeiouyäåö][^aeiouyäåö]$/.test(before) && !noEndingEt.test(before)
}

function undoubled(word: string, region: number): string {
  return /(?:dd|gd|nn|dt|gt|kt|tt)$/.test(word) && word.length - 2 >= region ? word.slice(0, -1) : word
}

function lastEnding(word: string, region: number): string {
  const ending = ['fullt', 'lig', 'els', 'öst', 'ig'].find((each) => word.endsWith(each) && word.length - each.length >= region)
  if (!ending) return word
  if (ending === 'fullt') return word.slice(0, -1)
  if (ending === 'öst') return /[iklnprtuv]öst$/.test(word) ? word.slice(0, -1) : word
  return word.slice(0, -ending.length)
}

import { tokenise } from './words/tokenise.ts'

export type LanguageGuess = {
  /** By ISO 639-1; `und` where nobody can tell. */
  readonly language: string
  /** `likely` where the words or the script leave little doubt. */
  readonly certainty: 'likely' | 'possible' | 'unknown'
}

/**
 * The language of a text, as well as its script and small words tell: Swedish, Norwegian, Danish, English, Finnish, German, Somali, Spanish, French, Polish,
 * Arabic, Persian, Ukrainian, Russian, Tigrinya and some known by their script alone. Under three words it is nearly always a guess.
 *
 * Method: the script of most letters; among Latin and Arabic scripts the language with most of its small words and own letters in the text, two small
 * words more than the next for `likely`.
 *
 * @example
 * guessLanguage('Vi vill ha fler bussar') // => { language: 'sv', certainty: 'likely' }
 * guessLanguage('Haluamme lisää busseja, ja se on tärkeää') // => { language: 'fi', certainty: 'likely' }
 * guessLanguage('😀') // => { language: 'und', certainty: 'unknown' }
 */
export function guessLanguage(text: string): LanguageGuess {
  const script = scriptOf(text)
  if (script === undefined) return { language: 'und', certainty: 'unknown' }
  const alone = ofScript[script]
  if (alone) return { language: alone, certainty: 'likely' }
  const words = tokenise(text).map(({ word }) => word)
  const scores = languages
    .filter((each) => each.script === script)
    .map(({ language, small, own }) => ({ language, score: words.reduce((sum, word) => sum + Number(small.has(word)) + (own.test(word) ? ownLetters : 0), 0) }))
    .sort((one, other) => other.score - one.score)
  const [first, second] = scores
  if (!first || first.score === 0) return { language: 'und', certainty: 'unknown' }
  const lead = first.score - (second?.score ?? 0)
  // Of two as likely nobody can tell; Swedish stands first, for most write it.
  if (lead === 0)
    return scores.some(({ language, score }) => language === 'sv' && score === first.score) ? { language: 'sv', certainty: 'possible' } : { language: 'und', certainty: 'unknown' }
  return { language: first.language, certainty: lead >= 1.5 || (words.length <= 4 && lead >= 1) ? 'likely' : 'possible' }
}

const ownLetters = 0.5

const scripts = [
  'Latin',
  'Arabic',
  'Cyrillic',
  'Greek',
  'Hebrew',
  'Ethiopic',
  'Thai',
  'Han',
  'Hangul',
  'Hiragana',
  'Georgian',
  'Armenian',
  'Devanagari',
  'Bengali',
  'Tamil',
] as const
type Script = (typeof scripts)[number]
const inScript = new Map(scripts.map((script) => [script, new RegExp(`\\p{Script=${script}}`, 'gu')]))
const ofScript: Partial<Record<Script, string>> = {
  Greek: 'el',
  Hebrew: 'he',
  Ethiopic: 'ti',
  Thai: 'th',
  Han: 'zh',
  Hangul: 'ko',
  Hiragana: 'ja',
  Georgian: 'ka',
  Armenian: 'hy',
  Devanagari: 'hi',
  Bengali: 'bn',
  Tamil: 'ta',
}

/** The script of most letters. */
function scriptOf(text: string): Script | undefined {
  // The beginning tells, and a book is no faster read for being long.
  const beginning = text.slice(0, 5_000)
  let best: { script: Script; many: number } | undefined
  for (const [script, letters] of inScript) {
    const many = beginning.match(letters)?.length ?? 0
    if (many > (best?.many ?? 0)) best = { script, many }
  }
  // Japanese is written with Chinese signs too.
  return best?.script === 'Han' && /\p{Script=Hiragana}/u.test(beginning) ? 'Hiragana' : best?.script
}

const languages = [
  {
    language: 'sv',
    script: 'Latin',
    own: /[åäö].*|och|ck|sk[aoe]/u,
    small:
      'och att det som en är på för av med den till inte har de om ett var men vi jag kan så från när ska vara vill mer fler ha finns bra också hade blir nu bli under eller då in ut alla mycket över vad hur här där man sig än mellan efter skulle utan få göra gör kommer kunna måste bara något några dem er oss ni mig dig min mitt våra vår vårt sina sin vid upp ju även redan behöver borde bättre ingen inga mot',
  },
  {
    language: 'no',
    script: 'Latin',
    own: /[æø]/u,
    small:
      'og at det som en er på for av med den til ikke har de om et var men vi jeg kan så fra når skal være vil mer flere ha finnes bra også hadde blir nå bli eller da inn ut alle mye over hva hvordan her der man seg enn mellom etter skulle uten få gjøre gjør kommer kunne må bare noe noen dem oss meg deg min mitt våre vår vårt sine sin ved opp hvor ble skole',
  },
  {
    language: 'da',
    script: 'Latin',
    own: /[æø]/u,
    small:
      'og at det som en er på for af med den til ikke har de om et var men vi jeg kan så fra når skal være vil mere flere have findes godt også havde bliver nu blive eller da ind ud alle meget over hvad hvordan her der man sig end mellem efter skulle uden få gøre gør kommer kunne må kun noget nogle dem os mig dig min mit vores sine sin ved op hvor blev',
  },
  {
    language: 'en',
    script: 'Latin',
    own: /th|wh|ing$/u,
    small:
      'the and to of is that it for on with are be this have not we you they our more should would can there what from by an or as at was will but all if my your their has do need about which one so no out up people please than into some',
  },
  {
    language: 'fi',
    script: 'Latin',
    own: /(?:aa|ää|yy|uu|ii|kk|ssa|ssä|lla|llä|sta|stä|ksi|mme|nen)/u,
    small:
      'ja on ei se että hän ole mutta ovat oli kun niin myös tai jos joka mitä mikä tämä minä sinä me te he nyt vain kuin voi pitää olisi enemmän lisää meidän kaikki hyvä hyvää päivää kanssa sekä ettei emme koska siitä täällä kunnan kunta kiitos',
  },
  {
    language: 'de',
    script: 'Latin',
    own: /ß|sch|ü/u,
    small:
      'und der die das ist nicht ein eine zu mit den von auf für im es sich dem auch wir ich sie er aber wie bei nach oder mehr wenn hat sind werden wird kann noch nur über aus des einen einem einer sollte muss mehr unser unsere haben',
  },
  {
    language: 'so',
    script: 'Latin',
    own: /(?:aa|xa|dh|waa|uu)/u,
    small:
      'waa iyo in ku ka oo u la ma ay uu waxaan waxa aan soo si ah loo lagu badan inay inuu kuwa leh dadka ugu waxay wax mid kale iska sida haddii laakiin rabnaa doonayaa waxaannu annaga carruurta degmada',
  },
  {
    language: 'es',
    script: 'Latin',
    own: /ñ|ción|¿/u,
    small:
      'el la los las de que y en un una es no se por con para del al lo como más pero sus le ya o este sí porque esta son entre está cuando muy sin sobre también hay donde queremos necesitamos nuestro nuestra',
  },
  {
    language: 'fr',
    script: 'Latin',
    own: /ç|œ|eau|[êèàù]/u,
    small:
      'le la les de des et en un une est pas que qui dans pour sur avec il elle nous vous ils ce cette du au aux ne se plus par mais ou sont être avoir fait tout comme notre nos leur il y faut',
  },
  {
    language: 'pl',
    script: 'Latin',
    own: /[ąćęłńśźż]|rz|cz|sz/u,
    small:
      'i w na z do nie się że jest to o jak ale po co tak za od czy dla są tym być ma przez bardzo może tylko jego już więcej chcemy dzieci nasze nasz powinno przy oraz który która które',
  },
  {
    language: 'ar',
    script: 'Arabic',
    own: /[ةىأإآ]|^ال/u,
    small: 'في من على إلى أن هذا هذه التي الذي لا ما كان عن مع هو هي نحن أو لم قد كل و يا نريد',
  },
  {
    language: 'fa',
    script: 'Arabic',
    own: /[پچژگی]/u,
    small: 'در به از که و این را با است برای آن یک خود تا کرد بر هم نیز می شود ما باید های بیشتر',
  },
  { language: 'uk', script: 'Cyrillic', own: /[іїєґ]/u, small: 'і в на що не з до та як це ми для за є від у й або більше щоб потрібно нам діти' },
  { language: 'ru', script: 'Cyrillic', own: /[ыэъё]/u, small: 'и в не на что с по как это мы для за от из у к но а он они было быть больше нужно нам дети чтобы' },
].map(({ small, ...rest }) => ({ ...rest, small: new Set(small.split(' ')) }))

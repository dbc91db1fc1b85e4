/** The languages that content can be had in. The key is a BCP 47 tag, for `lang`; Swedish is what everything is first written in. */
export const languages = {
  sv: { name: 'Svenska', swedish: 'svenska', dir: 'ltr' },
  'sv-x-latt': { name: 'Lätt svenska', swedish: 'lätt svenska', dir: 'ltr' },
  en: { name: 'English', swedish: 'engelska', dir: 'ltr' },
  fi: { name: 'Suomi', swedish: 'finska', dir: 'ltr' },
  fit: { name: 'Meänkieli', swedish: 'meänkieli', dir: 'ltr' },
  se: { name: 'Davvisámegiella', swedish: 'nordsamiska', dir: 'ltr' },
  sma: { name: 'Åarjelsaemien gïele', swedish: 'sydsamiska', dir: 'ltr' },
  smj: { name: 'Julevsámegiella', swedish: 'lulesamiska', dir: 'ltr' },
  rom: { name: 'Romani ćhib', swedish: 'romska', dir: 'ltr' },
  yi: { name: 'ייִדיש', swedish: 'jiddisch', dir: 'rtl' },
  ar: { name: 'العربية', swedish: 'arabiska', dir: 'rtl' },
  fa: { name: 'فارسی', swedish: 'persiska', dir: 'rtl' },
  so: { name: 'Soomaali', swedish: 'somaliska', dir: 'ltr' },
  ti: { name: 'ትግርኛ', swedish: 'tigrinska', dir: 'ltr' },
  bs: { name: 'Bosanski', swedish: 'bosniska', dir: 'ltr' },
  es: { name: 'Español', swedish: 'spanska', dir: 'ltr' },
  ku: { name: 'Kurdî', swedish: 'kurdiska', dir: 'ltr' },
  pl: { name: 'Polski', swedish: 'polska', dir: 'ltr' },
  uk: { name: 'Українська', swedish: 'ukrainska', dir: 'ltr' },
} as const satisfies Record<string, { name: string; swedish: string; dir: 'ltr' | 'rtl' }>

export type Tongue = keyof typeof languages
/** A language that something can be translated to. */
export type OtherTongue = Exclude<Tongue, 'sv'>

export const otherTongues = Object.keys(languages).filter((tongue) => tongue !== 'sv') as [OtherTongue, ...OtherTongue[]]

export function isTongue(text: string | undefined): text is Tongue {
  return text !== undefined && Object.hasOwn(languages, text)
}

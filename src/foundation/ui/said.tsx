import type { Content } from '#kernel/content'
import { languages, type Tongue } from '#kernel/languages'
import { catalogue, type Language } from './catalogue.tsx'
import { Notice } from './notice.tsx'

/** A text with the language it is in. */
export type Spoken = { readonly text: string; readonly lang: Tongue }
type Reader = { readonly content?: Content; readonly language: Language }

const words = catalogue({
  sv: {
    onlySwedish: 'En del av texten på den här sidan finns bara på svenska.',
    byMachine: 'En del av texten på den här sidan är översatt av en maskin.',
  },
  en: {
    onlySwedish: 'Some of the text on this page is in Swedish only.',
    byMachine: 'Some of the text on this page was translated by a machine.',
  },
})

/** What people wrote in Swedish, in the reader's language where there is a translation, and else as it was written. */
export function spokenTo({ content }: Reader, original: string): Spoken {
  const text = content && Object.hasOwn(content.texts, original) ? content.texts[original] : undefined
  return content && text !== undefined ? { text, lang: content.language } : { text: original, lang: 'sv' }
}

/** The same on a page, marked with the language it is in. */
export function Said({ to, text }: { to: Reader; text: string }) {
  const spoken = spokenTo(to, text)
  if (spoken.lang === to.language) return spoken.text
  return (
    <span lang={spoken.lang} dir={languages[spoken.lang].dir === 'rtl' ? 'rtl' : undefined}>
      {spoken.text}
    </span>
  )
}

/** The title of a page that is called by what people wrote, marked with the language it is in. */
export function SaidTitle({ to, text }: { to: Reader & { readonly municipality: string }; text: string }) {
  const spoken = spokenTo(to, text)
  return <title lang={spoken.lang === to.language ? undefined : spoken.lang}>{`${spoken.text} – ${to.municipality}`}</title>
}

/** Says, where it is so, that some of the page is in Swedish only, and that a machine has translated. */
export function SaidOfLanguage({ to }: { to: Reader }) {
  const word = words(to.language)
  if (!to.content?.onlySwedish && !to.content?.byMachine) return null
  return (
    <Notice>
      {to.content.onlySwedish && <p>{word.onlySwedish}</p>}
      {to.content.byMachine && <p>{word.byMachine}</p>}
    </Notice>
  )
}

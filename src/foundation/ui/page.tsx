import type { ReactNode } from 'react'
import type { Content } from '#kernel/content'
import { languages, type Tongue } from '#kernel/languages'
import type { Language } from './catalogue.tsx'
import { SaidOfLanguage } from './said.tsx'
import { type Stop, ThreadStrip } from './thread-strip.tsx'
import { words } from './words.tsx'

/** What every public page must know of the visit to draw its frame. */
export type Frame = {
  readonly language: Language
  /** The language of what people wrote, and those that the pages can be had in. */
  readonly tongue?: Tongue
  readonly tongues?: readonly Tongue[]
  /** The texts of the page in that language. */
  readonly content?: Content
  readonly municipality: string
  readonly logo?: Logo
  readonly demo: boolean
  readonly path: string
}

/** The municipality's own mark, as an image of ours. */
export type Logo = { readonly address: string; readonly alt: string; readonly width: number; readonly height: number }

type Wishes = {
  readonly frame: Frame
  readonly title: ReactNode
  readonly lead?: ReactNode
  readonly thread?: readonly Stop[]
  readonly wide?: boolean
  readonly children: ReactNode
}

/** A page for residents: one column, the thread strip where the page is part of the thread, no script. */
export function PublicPage({ frame, title, lead, thread, wide, children }: Wishes) {
  return (
    <>
      <PublicHeader frame={frame} />
      <main id="innehall" tabIndex={-1} className={wide ? 'wide' : undefined}>
        <div className="opening">
          <div>
            <h1>{title}</h1>
            {lead && <p className="lead">{lead}</p>}
          </div>
          {thread && <ThreadStrip stops={thread} language={frame.language} />}
        </div>
        <SaidOfLanguage to={frame} />
        {children}
      </main>
      <PublicFooter frame={frame} />
    </>
  )
}

export function PublicHeader({ frame }: { frame: Frame }) {
  const word = words(frame.language)
  const links: readonly (readonly [string, string])[] = [
    ['/processen', word.process],
    ['/delta', word.answer],
    ['/samsyn', word.consensus],
    ['/visionen', word.vision],
    ['/resultat', word.results],
    ['/folj', word.follow],
  ]
  const others = (frame.tongues ?? ['sv', 'en']).filter((tongue) => tongue !== (frame.tongue ?? frame.language))
  return (
    <header>
      <a className="skip" href="#innehall">
        {word.skip}
      </a>
      <div className="bar">
        <div className="bar-inner">
          <a className="brand" href="/">
            <BrandMark logo={frame.logo} />
            {frame.municipality}
          </a>
          <nav aria-label={word.mainNavigation}>
            <ul>
              {links.map(([href, label]) => (
                <li key={href}>
                  <a href={href} aria-current={currentOf(frame.path, href)}>
                    {label}
                  </a>
                </li>
              ))}
              {others.map((tongue) => (
                <li key={tongue}>
                  <a href={`/sprak/${tongue}?till=${encodeURIComponent(frame.path)}`} lang={tongue} hrefLang={tongue}>
                    {tongue === 'en' ? 'In English' : tongue === 'sv' ? 'På svenska' : languages[tongue].name}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </div>
      {frame.demo && <DemoBanner language={frame.language} />}
    </header>
  )
}

/** Says on every page of a demo that what one reads is made up. */
export function DemoBanner({ language }: { language: Language }) {
  const word = words(language)
  return (
    <div className="demo">
      <p>
        <strong>{word.demoTitle}</strong> {word.demo}
      </p>
    </div>
  )
}

/** The municipality's logo; without one, the mark of the product: the thread itself. */
export function BrandMark({ logo }: { logo?: Logo }) {
  if (logo) return <img className="brand-logo" src={logo.address} alt={logo.alt} width={logo.width} height={logo.height} />
  return (
    <svg className="brand-mark" width="32" height="20" viewBox="0 0 32 20" fill="none" aria-hidden="true">
      <path d="M2 15C9 15 9 5 16 5s7 10 14 10" />
    </svg>
  )
}

function PublicFooter({ frame }: { frame: Frame }) {
  const word = words(frame.language)
  return (
    <footer className="foot">
      <div className="foot-inner">
        <p>{word.footer}</p>
        <nav aria-label={word.footNavigation}>
          <ul>
            <li>
              <a href="/om">{word.about}</a>
            </li>
            <li>
              <a href="/tillganglighet">{word.accessibility}</a>
            </li>
            <li>
              <a href="/integritet">{word.privacy}</a>
            </li>
            <li>
              <a href="/logga-in">{word.signIn}</a>
            </li>
          </ul>
        </nav>
      </div>
    </footer>
  )
}

function currentOf(path: string, href: string): 'page' | 'true' | undefined {
  if (path === href) return 'page'
  return path.startsWith(`${href}/`) ? 'true' : undefined
}

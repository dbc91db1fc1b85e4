import { createContext, type RouterContextProvider, redirect } from 'react-router'
import type { Actor, Role } from '../kernel/actor.ts'
import type { Tongue } from '../kernel/languages.ts'
import type { Moment } from '../kernel/moment.ts'
import type { TermList } from '../kernel/terms.ts'
import type { Logo } from '../ui/page.tsx'

export type Language = 'sv' | 'en'

/** Who came, when, and in which language: what the server knows of a request before any page runs. */
export type Visit = {
  readonly actor: Actor | undefined
  /** The signed-in person's name and roles, for the workroom's frame. */
  readonly signedIn: { readonly name: string; readonly roles: readonly Role[] } | undefined
  /** The language of our own words. */
  readonly language: Language
  /** The language of what people wrote, of those the pages can be had in. */
  readonly tongue: Tongue
  readonly tongues: readonly Tongue[]
  readonly now: Moment
  /** Where the request came from: for counting tries, and never stored as it stands. */
  readonly address: string
  /** Reference number of the request, said on error pages and in the log. */
  readonly reference: string
  readonly municipality:
    | { readonly name: string; readonly kind: 'demo' | 'real'; readonly accent?: string | undefined; readonly contact?: string | undefined; readonly logo?: Logo | undefined }
    | undefined
  /** The municipality's words for the concepts; they are put where the text leaves (create-app). */
  readonly terms: TermList
  /** The languages that are switched on, as BCP 47 tags. */
  readonly languages: readonly string[]
  /** Nonce of the Content-Security-Policy. */
  readonly nonce: string
}

export const visitContext = createContext<Visit>()

/** The visit of this request, in a loader or an action. */
export function visitOf(context: Readonly<RouterContextProvider>): Visit {
  return context.get(visitContext)
}

/** The visit of somebody signed in; anybody else is sent to the sign-in page, and comes back after it. */
export function signedInVisit(context: Readonly<RouterContextProvider>, request: Request): Visit & { readonly actor: Actor; readonly signedIn: NonNullable<Visit['signedIn']> } {
  const visit = visitOf(context)
  const { actor, signedIn } = visit
  if (!actor || !signedIn) {
    const { pathname } = new URL(request.url)
    throw redirect(`/logga-in?till=${encodeURIComponent(pathname)}`)
  }
  return { ...visit, actor, signedIn }
}

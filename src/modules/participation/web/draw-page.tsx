import { renderToStaticMarkup } from 'react-dom/server'
import { createStaticHandler, createStaticRouter, type RouteObject, RouterContextProvider, StaticRouterProvider } from 'react-router'
import { momentOf } from '#http/clock'
import { type Visit, visitContext } from '#http/visit'
import type { Actor } from '#kernel/actor'
import { inTerms, ordinaryTerms } from '#kernel/terms'
import * as condition from './condition.tsx'
import * as correctQuestion from './correct-question.tsx'
import * as dialogue from './dialogue.tsx'
import * as dialogues from './dialogues.tsx'
import * as editQuestion from './edit-question.tsx'
import * as groups from './groups.tsx'
import * as newDialogue from './new-dialogue.tsx'
import * as newQuestion from './new-question.tsx'
import * as note from './note.tsx'
import * as preview from './preview.tsx'
import * as publicDialogues from './public-dialogues.tsx'
import * as removeQuestion from './remove-question.tsx'
import * as review from './review.tsx'
import * as reviewedStatement from './reviewed-statement.tsx'
import * as reviseDraft from './revise-draft.tsx'
import * as sharedPreview from './shared-preview.tsx'
import * as survey from './survey.tsx'

export type Drawn = { readonly status: number; readonly location: string | null; readonly html: string; readonly title: string }
export type Visitor = { readonly actor?: Actor; readonly language?: 'sv' | 'en'; readonly at?: string }

const page = (path: string, { default: Component, ...module }: { default: () => React.ReactNode; loader: unknown; action?: unknown }): RouteObject => ({
  path,
  Component,
  ...(module as object),
})

const handler = createStaticHandler([
  page('/delta', publicDialogues),
  page('/delta/:slug', survey),
  page('/arbete/grupper', groups),
  page('/arbete/dialoger', dialogues),
  page('/arbete/dialoger/ny', newDialogue),
  page('/arbete/dialoger/:slug', dialogue),
  page('/arbete/dialoger/:slug/andra', reviseDraft),
  page('/delta/forhandsvisning/:token', sharedPreview),
  page('/arbete/dialoger/:slug/forhandsvisa', preview),
  page('/arbete/dialoger/:slug/fragor/ny', newQuestion),
  page('/arbete/dialoger/:slug/fragor/:key', editQuestion),
  page('/arbete/dialoger/:slug/fragor/:key/villkor', condition),
  page('/arbete/dialoger/:slug/fragor/:key/ta-bort', removeQuestion),
  page('/arbete/dialoger/:slug/fragor/:key/ratta', correctQuestion),
  page('/arbete/dialoger/:slug/anteckning', note),
  page('/arbete/granska', review),
  page('/arbete/granska/:statement', reviewedStatement),
])

/** Draws a page of the module as the server does, to a visitor, after a GET or a sent form (fields, or the body as it is sent). For tests only. */
export async function drawPage(address: string, visitor: Visitor = {}, form?: readonly (readonly [string, string])[] | string): Promise<Drawn> {
  const requestContext = new RouterContextProvider()
  requestContext.set(visitContext, visitOf(visitor))
  const body = form && (typeof form === 'string' ? form : new URLSearchParams(form.map(([name, value]) => [name, value])).toString())
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const request = new Request(`http://samsyn.test${address}`, body === undefined ? undefined : { method: 'POST', body, headers })
  const answer = await handler.query(request, { requestContext })
  if (answer instanceof Response) return { status: answer.status, location: answer.headers.get('location'), html: '', title: '' }
  if (answer.errors) {
    const [fault] = Object.values(answer.errors)
    if (!(fault instanceof Response) && typeof (fault as { status?: unknown }).status !== 'number') throw fault
    return { status: answer.statusCode, location: null, html: '', title: '' }
  }
  const drawn = renderToStaticMarkup(<StaticRouterProvider router={createStaticRouter(handler.dataRoutes, answer)} context={answer} hydrate={false} />)
  const html = inTerms(drawn, ordinaryTerms)
  return { status: answer.statusCode, location: null, html, title: /<title[^>]*>([^<]*)<\/title>/.exec(html)?.[1] ?? '' }
}

/** The hidden field of the first form that has it. */
export function hiddenIn(html: string, name: string): string {
  return new RegExp(`<input type="hidden" name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
}

function visitOf({ actor, language = 'sv', at = '2020-10-12T10:00:00Z' }: Visitor): Visit {
  const roles = [...new Set(actor?.assignments.map(({ role }) => role))]
  return {
    actor,
    signedIn: actor && { name: 'Någon', roles },
    language,
    tongue: language,
    tongues: ['sv', 'en'],
    now: momentOf(new Date(at)),
    address: '192.0.2.1',
    reference: 'ref',
    municipality: { name: 'Provinge', kind: 'real' },
    nonce: 'nonce',
    terms: ordinaryTerms,
    languages: ['sv', 'en'],
  }
}

import { roleWords } from '#people'
import { readContent } from '#translations'
import type { Frame } from '../ui/page.tsx'
import type { WorkroomFrame } from '../ui/workroom-page.tsx'
import type { Visit } from './visit.ts'

/** The frame of a public page, from the visit. */
export function publicFrame(visit: Visit, request: Request): Frame {
  return {
    language: visit.language,
    tongue: visit.tongue,
    tongues: visit.tongues,
    municipality: visit.municipality?.name ?? 'Samsyn',
    logo: visit.municipality?.logo,
    demo: visit.municipality?.kind === 'demo',
    path: new URL(request.url).pathname,
  }
}

/** The frame of a public page with what the texts on it, written by people, are in the reader's language. */
export async function frameWith(visit: Visit, request: Request, texts: Parameters<typeof readContent>[1]): Promise<Frame> {
  return { ...publicFrame(visit, request), content: await readContent(visit.tongue, texts) }
}

/** The frame of a workroom page, from the visit of somebody signed in. */
export function workroomFrame(visit: Visit & { readonly signedIn: NonNullable<Visit['signedIn']> }, request: Request): WorkroomFrame {
  return {
    name: visit.signedIn.name,
    roles: visit.signedIn.roles.map((role) => roleWords[role]),
    municipality: visit.municipality?.name ?? 'Samsyn',
    logo: visit.municipality?.logo,
    demo: visit.municipality?.kind === 'demo',
    path: new URL(request.url).pathname,
  }
}

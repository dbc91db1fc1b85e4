import { createHmac } from 'node:crypto'
import { installationSecret } from '#http/secret'
import type { Day } from '#kernel/day'
import type { Moment } from '#kernel/moment'
import { readSurveyById, type SurveyReading } from './read-survey.ts'
import * as store from './store.server.ts'

export type PreviewReading = { readonly tokenHash: string; readonly sharedAt: string; readonly expiresOn: Day }

/** The links to a draft that still lead somewhere, the latest first. */
export async function readPreviews(dialogueId: string, now: Moment): Promise<PreviewReading[]> {
  return (await store.listPreviews(dialogueId, now.day)).map(({ tokenHash, sharedAt, expiresOn }) => ({ tokenHash, sharedAt, expiresOn }))
}

/** The dialogue that a link leads to; nothing when it is unknown, has been taken back, or its days have gone. */
export async function readSharedPreview(token: string, now: Moment): Promise<SurveyReading | undefined> {
  const found = /^[\w-]{22}$/.test(token) ? await store.findPreview(hashPreviewToken(token), now.day) : undefined
  return found && readSurveyById(found.dialogueId, now)
}

/** What is stored of a link. */
export function hashPreviewToken(token: string): string {
  return createHmac('sha256', installationSecret()).update(`preview: ${token}`).digest('base64url')
}

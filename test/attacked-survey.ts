import { pool } from '#db/database.server'
import { presentMoment } from '#http/clock'
import { useInstallationSecret } from '#http/secret'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import type { Site } from './site.ts'

/** What the attacks on participation meet: surveys to open with every kind of question that is chosen or written, and the doors that answers come by. */
export const choices = (...labels: string[]) => labels.map((label) => ({ key: label.toLowerCase().replaceAll(/[åä]/g, 'a').replaceAll('ö', 'o'), label, labelEnglish: null }))
export const asked = [
  { key: 'bor', kind: 'one', wording: 'Bor du här?', required: true, form: { choices: choices('Ja', 'Nej'), other: true } },
  { key: 'gillar', kind: 'several', wording: 'Vad gillar du?', form: { choices: choices('Skog', 'Sjö', 'Berg'), other: true, most: 2 } },
  { key: 'nojd', kind: 'scale', wording: 'Hur nöjd är du?' },
  { key: 'ar', kind: 'number', wording: 'Hur många år?', form: { least: 0, most: 120 } },
  { key: 'dag', kind: 'date', wording: 'Vilken dag?' },
  { key: 'betyg', kind: 'matrix', wording: 'Betyg', form: { choices: choices('Bra', 'Illa'), rows: choices('Skolan', 'Maten') } },
  { key: 'viktigast', kind: 'ranking', wording: 'Vad är viktigast?', form: { choices: choices('Natur', 'Jobb', 'Kultur') } },
  { key: 'tycker', kind: 'lines', wording: 'Vad tycker du?', maxLines: 3 },
  { key: 'fritt', kind: 'text', wording: 'Något mer?' },
] as const
/** In two parts, the second for those who live here. */
export const askedInParts = [
  asked[0],
  asked[7],
  {
    key: 'sedan',
    kind: 'one',
    wording: 'Har du bott här länge?',
    sectionHeading: 'Mer',
    form: { choices: choices('Ja', 'Nej') },
    showIf: { match: 'all', conditions: [{ question: 'bor', is: 'one-of', values: ['ja'] }] },
  },
  { key: 'sist', kind: 'lines', wording: 'Till sist?', sectionHeading: 'Sist', maxLines: 3 },
] as const

type Wishes = { readonly opened?: boolean; readonly codes?: boolean; readonly [field: string]: unknown }
let stage: Stage

/** In `beforeAll`: the stage itself. */
export async function setStage(): Promise<Stage> {
  stage = await stageDialogue()
  // The secret of the site again, which the stage has one of its own for.
  useInstallationSecret('a secret for the tests, and for nothing else')
  return stage
}

/** A survey of its own, open from yesterday to next week. Answers with its id and the ids of its questions by their keys. */
export async function openSurvey(slug: string, { opened = true, ...own }: Wishes = {}): Promise<{ id: string; ids: Record<string, string> }> {
  const about = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, information: 'Vad', legalBasis: 'x', promise: 'Svaren läses', contact: 'Växeln' }
  const times = { opensOn: addDays(presentMoment().day, -1), closesOn: addDays(presentMoment().day, 7) }
  const { id } = await grantedBy(createDialogue(stage.leader, { ...about, ...times, slug, title: slug, kind: 'survey', questions: asked, ...own } as never, presentMoment()))
  if (opened) await grantedBy(openDialogue(stage.leader, { dialogueId: id }, presentMoment()))
  const { rows } = await pool().query<{ key: string; id: string }>('select key, id from participation_questions where dialogue_id = $1', [id])
  return { id, ids: Object.fromEntries(rows.map((row) => [row.key, row.id])) }
}

/** Every table and how many rows it has. That somebody sent something is counted, whatever it was, and so is reading in the workroom, with what the machine saw and what is claimed then. */
export async function countRows(): Promise<Record<string, number>> {
  const { rows: tables } = await pool().query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1")
  const counted: Record<string, number> = {}
  for (const { name } of tables)
    if (!['people_attempts', 'participation_readings', 'participation_flags', 'analysis_claims'].includes(name))
      counted[name] = Number((await pool().query(`select count(*) from ${name}`)).rows[0].count)
  return counted
}

let forms = 0
export const newKey = () => `a-form-that-an-attack-sends-${String(forms++).padStart(5, '0')}`
export const cookieIn = (answer: Response, name: string) => new RegExp(`${name}=[^;]*`).exec(answer.headers.get('set-cookie') ?? '')?.[0] ?? ''

/** Sends an answer as a program does: what is no text is written as JSON. */
export function byApi(site: Site, slug: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return site.request(`/api/v1/dialogues/${slug}/answers`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  })
}

/** A page without what is drawn anew each time: keys of forms, nonces, the address to come back to. */
export const steady = (html: string) =>
  html
    .replaceAll(/name="submissionKey" value="[^"]*"/g, '')
    .replaceAll(/nonce="[^"]*"/g, '')
    .replaceAll(/till=[^"]*"/g, '"')
    .replaceAll(/[0-9a-f]{10}/g, '')

/** The tags of a page that are programs: not one of ours, with an act that waits in an attribute, or with an address that is one. */
export function findScript(html: string): string[] {
  const tags = html.replaceAll(/<script src="\/(?:svar|passnyckel)\.js" nonce="[^"]+" defer=""[^<>]*>/g, '').match(/<[^>]*>/g) ?? []
  return tags.filter(
    (tag) => /^<(?:script|iframe|object|embed|base)\b/i.test(tag) || /\son[a-z]+=/i.test(tag.replaceAll(/"[^"]*"/g, ' ')) || /="\s*(?:javascript|vbscript):/i.test(tag),
  )
}

// A survey of twelve questions of every kind in an installation with the demo, as rows beside those of an open survey, and an answer to it.
import { randomBytes, randomUUID } from 'node:crypto'

const choices = (...labels) => labels.map((label) => ({ key: label.toLowerCase(), label, labelEnglish: null }))
const four = choices('Alltid', 'Ofta', 'Sällan', 'Aldrig').map((each) => ({ ...each, key: each.key.replace('ä', 'a') }))
const asked = [
  { key: 'bor', kind: 'one', form: { choices: choices('Ja', 'Nej') }, given: 'ja' },
  { key: 'buss', kind: 'one', form: { choices: four }, given: 'ofta' },
  { key: 'gillar', kind: 'several', form: { choices: choices('Skog', 'Berg', 'Bad', 'Buss') }, given: ['skog', 'bad'] },
  { key: 'saknar', kind: 'several', form: { choices: choices('Kiosk', 'Bio', 'Gym'), other: true }, given: ['bio'] },
  { key: 'nojd', kind: 'scale', form: {}, given: 4 },
  { key: 'trygg', kind: 'scale', form: {}, given: 5 },
  { key: 'betyg', kind: 'matrix', form: { choices: four, rows: choices('Skolan', 'Maten', 'Vintern') }, given: { skolan: 'ofta', maten: 'alltid', vintern: 'aldrig' } },
  { key: 'viktigast', kind: 'ranking', form: { choices: choices('Natur', 'Jobb', 'Kultur') }, given: ['jobb', 'natur'] },
  { key: 'ar', kind: 'number', form: {}, given: 12 },
  { key: 'bra', kind: 'lines', form: {}, given: ['Skogen intill skolan och tystnaden på kvällen', 'Bussen till Ljungaverk'] },
  { key: 'battre', kind: 'lines', form: {}, given: ['Fler turer på helgen när det är match'] },
  { key: 'ovrigt', kind: 'text', form: {}, given: ['Vi flyttade hit för två år sedan, och det har blivit bra.'] },
]
export const slug = 'matningens-enkat'

/** Puts it in, open until next week, on one page or in three parts, the later ones for all or for those who live there. Answers with the ids of its questions by their keys. */
export async function putSurvey(database, { inParts = false, laterForResidents = false, slug: ownSlug = slug } = {}) {
  const id = randomUUID()
  const like = (table, where, own) =>
    database.query(`insert into ${table} select (jsonb_populate_record(t, $1::jsonb)).* from ${table} t where ${where} limit 1`, [JSON.stringify(own)])
  const model = (await database.query("select id from participation_dialogues where slug = 'hur-gar-det-2026'")).rows[0].id
  const days = (number) => new Date(Date.now() + number * 86_400_000).toISOString().slice(0, 10)
  await like('participation_dialogues', `id = '${model}'`, { id, slug: ownSlug, title: 'Mätningens enkät', opens_on: days(-2), closes_on: days(7), figures_while_open: true })
  const ids = {}
  for (const [position, { key, kind, form }] of asked.entries()) {
    ids[key] = randomUUID()
    const own = { id: ids[key], dialogue_id: id, position, key, kind, form, wording: `Frågan om ${key}?`, wording_english: null, background: null, required: false, max_lines: 5 }
    await like('participation_questions', `dialogue_id = '${model}'`, {
      ...own,
      section_heading: inParts && position % 4 === 0 ? `Del ${position / 4 + 1}` : null,
      section_heading_english: null,
      show_if: laterForResidents && position >= 4 ? { match: 'all', conditions: [{ question: 'bor', is: 'one-of', values: ['ja'] }] } : null,
      stance: null,
    })
  }
  await like('participation_openings', `dialogue_id = '${model}'`, { id: randomUUID(), dialogue_id: id, opened_at: new Date(Date.now() - 86_400_000).toISOString() })
  return { id, ids }
}

/** A filled-in form, with a text of its own when it is to be known again. */
export function formOf(ids, submissionKey = randomBytes(18).toString('base64url'), text = undefined) {
  const form = new URLSearchParams({ submissionKey, act: 'send' })
  for (const { key, kind, given } of asked) {
    if (kind === 'matrix') for (const [row, value] of Object.entries(given)) form.append(`${ids[key]}:${row}`, value)
    else if (kind === 'ranking') for (const [at, value] of given.entries()) form.append(`${ids[key]}:${value}`, String(at + 1))
    else for (const value of kind === 'text' && text ? [text] : [given].flat()) form.append(ids[key], String(value))
  }
  return form.toString()
}

/** How large its row is, for the bare insert. */
export const rowOfAnswer = JSON.stringify(Object.fromEntries(asked.filter(({ kind }) => kind !== 'lines' && kind !== 'text').map(({ key, given }) => [key, given])))

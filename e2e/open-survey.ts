import { join } from 'node:path'
import pg from 'pg'

/** What the survey is called in its address. */
export const slug = 'prov'

/** Opens a survey with one question, and says the question's identity. */
export async function openSurvey(client: pg.Client): Promise<string> {
  const insert = async (table: string, row: Record<string, unknown>): Promise<string> => {
    const columns = Object.keys(row)
    const { rows } = await client.query(`insert into ${table} (${columns.join(', ')}) values (${columns.map((_, at) => `$${at + 1}`).join(', ')}) returning id`, Object.values(row))
    return rows[0].id
  }
  const [from, to] = ['2000-01-01', '2999-12-31']
  const person = await insert('people_persons', { name: 'Prov Person', email: 'prov@example.se' })
  const process = await insert('process_processes', { slug: 'prov', name: 'Prov', purpose: 'Prov', mandate: 'Prov', mandated_on: from, promise: 'Prov' })
  const step = await insert('process_steps', {
    process_id: process,
    key: 'survey',
    number: '03',
    position: 3,
    title: 'Prov',
    who: 'Prov',
    purpose: 'Prov',
    focus: 'Prov',
    planned_from: from,
    planned_to: to,
  })
  const group = await insert('participation_groups', { process_id: process, key: 'residents', name: 'Prov', unit: 'persons', position: 1 })
  const words = { title: 'Prov', information: 'Prov', promise: 'Prov', contact: 'Prov' }
  const dialogue = await insert('participation_dialogues', { process_id: process, step_id: step, group_id: group, slug, kind: 'survey', ...words, opens_on: from, closes_on: to })
  const question = await insert('participation_questions', { dialogue_id: dialogue, position: 1, key: 'fraga-1', wording: 'Vad vill du?' })
  await insert('participation_openings', { dialogue_id: dialogue, opened_by: person, opened_at: new Date().toISOString() })
  return question
}

/** Speaks to the embedded database beside the server, as `psql` would. */
export async function besideTheServer(dataDir: string): Promise<pg.Client> {
  const client = new pg.Client({ host: join(dataDir, 'run'), user: 'postgres', database: 'postgres' })
  await client.connect()
  return client
}

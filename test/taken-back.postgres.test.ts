import pg from 'pg'
import { expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { grantedBy, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

// The embedded database does one thing at a time: only PostgreSQL can be asked while a withdrawal is half done.
const site = useSite()
const now = momentOf(new Date())
const survey = '/delta/tas-tillbaka'

test('an answer that is sent again while it is being taken back does not come again', async () => {
  const stage = await stageDialogue()
  const texts = { slug: 'tas-tillbaka', title: 'Tas tillbaka', information: 'Vad', legalBasis: 'Allmänt intresse', promise: 'Svaren läses', contact: 'Växeln' }
  const place = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, kind: 'survey' as const, opensOn: now.day, closesOn: addDays(now.day, 5) }
  const questions = [{ key: 'tycker', kind: 'lines', wording: 'Vad tycker du?' }] as never[]
  const dialogue = await grantedBy(createDialogue(stage.leader, { ...place, ...texts, questions }, now))
  await grantedBy(openDialogue(stage.leader, { dialogueId: dialogue.id }, now))
  const form = { submissionKey: 'the-key-of-somebody-who-regrets', act: 'send', [dialogue.questionIds[0] ?? '']: 'Ångrat' }
  expect((await site.post(survey, form)).status).toBe(200)

  const withdrawal = new pg.Client(site.connection())
  await withdrawal.connect()
  await withdrawal.query('begin')
  await withdrawal.query(`insert into participation_erasures (dialogue_id, response_id, erased_on, why, persons, submission_hash)
    select dialogue_id, id, received_on, 'withdrawn', persons, submission_hash from participation_responses`)
  await withdrawal.query('delete from participation_statements')
  await withdrawal.query('delete from participation_responses')
  const again = site.post(survey, form)
  // It has come as far as it comes.
  const waits = async () => (await pool().query("select 1 from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()")).rows.length > 0
  await expect.poll(waits).toBe(true)
  await withdrawal.query('commit')
  await withdrawal.end()

  expect((await again).status).toBe(409)
  expect((await pool().query('select count(*)::int n from participation_responses')).rows).toEqual([{ n: 0 }])
})

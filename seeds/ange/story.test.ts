import { expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { useInstallationSecret } from '#http/secret'
import { readPicture } from '#open'
import { useDatabase } from '#test/database'
import { tellStory } from './tell-story.ts'

useDatabase()

test('the story is told from the mandate to a judged goal, and the public sees all of it', async () => {
  useInstallationSecret('a secret for the tests, and for nothing else')
  const started = performance.now()
  await tellStory(process.env.VOICES ?? 'seeds/ange/voices')
  console.log('told in', Math.round(performance.now() - started), 'ms')
  const picture = await readPicture(momentOf(new Date('2026-11-23T12:00:00Z')))
  console.log(picture?.snapshot?.rows.map((row) => `${row.name}: ${row.reading} ${row.label} ${row.strength}`))
  expect(picture?.vision?.proposal.name).toBe('Nära')
  expect(picture?.goals.length).toBe(18)
  expect(picture?.rounds[0]?.judgements.length).toBe(5)
  const counts = await pool().query(
    'select (select count(*) from participation_responses) as responses, (select count(*) from participation_statements) as statements, (select count(*) from analysis_codings) as codings',
  )
  console.log(counts.rows[0])
})

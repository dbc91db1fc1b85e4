import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
let [leader, administrator] = ['', '']
beforeAll(async () => {
  await stageDialogue()
  await pool().query(
    "insert into people_assignments (person_id, organ_id, role, valid_from) select person_id, organ_id, 'administrator', valid_from from people_assignments where role = 'auditor'",
  )
  ;[leader, administrator] = [await site.signIn('process-leader@example.se'), await site.signIn('auditor@example.se')]
})
const begins = async (cookie: string) => (await site.get('/arbete', { cookie })).headers.get('location')

test('once the survey is out, a process leader begins with the process, though the administrator has a step left', async () => {
  expect([await begins(leader), await begins(administrator)]).toEqual(['/arbete/process', '/arbete/kom-igang'])
  const steps = await (await site.get('/arbete/kom-igang', { cookie: leader })).text()
  expect(steps).toContain('Den första enkäten är ute')
  expect(steps).not.toContain('Du får vänta')
})

import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, test } from 'vitest'
import { type Installation, startInstallation } from './installation.ts'
import { besideTheServer, openSurvey, slug } from './open-survey.ts'

const kills = 10
const writers = 16
const dataDir = mkdtempSync(join(tmpdir(), 'samsyn-kill-'))
afterAll(() => rmSync(dataDir, { recursive: true, force: true }))

test(`kill -9 during ${writers} writers, ${kills} times: no acknowledged answer is lost`, async () => {
  const acknowledged: string[] = []
  let samsyn = await startInstallation({ start: 'empty', dataDir })
  const client = await besideTheServer(samsyn.dataDir)
  const question = await openSurvey(client)
  await client.end()
  for (let round = 1; round <= kills; round++) {
    const before = acknowledged.length
    const writing = Array.from({ length: writers }, (_, writer) => write(samsyn, question, `${round}-${writer}`, acknowledged))
    // All are at it, and then it happens at any instant.
    const stopped = Promise.all(writing).then(() => Promise.reject(new Error('The writers stopped by themselves.')))
    stopped.catch(() => {})
    while (acknowledged.length < before + 2 * writers) await Promise.race([wait(20), stopped])
    await wait(Math.random() * 2000)
    await samsyn.kill()
    await Promise.all(writing)
    samsyn = await startInstallation({ start: 'empty', dataDir })
    const kept = await keptAnswers(samsyn)
    expect(acknowledged.filter((answer) => !kept.has(answer))).toEqual([])
    expect(kept.has(null), 'half an answer was kept').toBe(false)
    console.log(`kill ${round}: ${acknowledged.length} acknowledged, none lost`)
  }
  await samsyn.stop()
})

/** Sends answers until the server is gone. What came back with a receipt is acknowledged. */
async function write(samsyn: Installation, question: string, writer: string, acknowledged: string[]): Promise<void> {
  for (let n = 0; ; n++) {
    const text = `svar ${writer}-${n}`
    try {
      const form = new URLSearchParams({ submissionKey: randomBytes(18).toString('base64url'), [question]: text })
      const answer = await fetch(`${samsyn.address}/delta/${slug}`, { method: 'POST', body: form, headers: { origin: samsyn.address } })
      const page = await answer.text()
      if (answer.status !== 200 || !page.includes(text)) throw new Error(`${answer.status} ${page}`)
    } catch (fault) {
      // A killed server doesn't answer. An answer that is no receipt is a fault of the test or of the server.
      if (fault instanceof TypeError) return
      throw fault
    }
    acknowledged.push(text)
  }
}

/** What is stored, answer by answer: an answer without its words would have no text. */
async function keptAnswers(samsyn: Installation): Promise<Set<string | null>> {
  const client = await besideTheServer(samsyn.dataDir)
  const { rows } = await client.query(
    'select statements.text from participation_responses responses left join participation_statements statements on responses.id = statements.response_id',
  )
  await client.end()
  return new Set(rows.map(({ text }) => text))
}

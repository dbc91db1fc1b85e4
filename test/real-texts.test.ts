import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { createTheme, freezeMatrix, storeCodings } from '#analysis'
import { pool, transaction } from '#db/database.server'
import { momentOf } from '#http/clock'
import type { Actor } from '#kernel/actor'
import { day } from '#kernel/day'
import type { Refused, Result } from '#kernel/result'
import { createDialogue, createGroup, importAnswers, openDialogue } from '#participation'
import { mintActor, storeCast } from '#people'
import { createProcess, readProcess, releaseStep } from '#process'
import { reviewStatements } from '../src/modules/participation/review-statements.ts'
import { sharedFolder, testWithShared } from './shared.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())

async function granted<Value>(act: Promise<Result<Value, Refused>>): Promise<Value> {
  const result = await act
  if (!result.granted) throw new Error(JSON.stringify(result.refusal))
  return result.value
}

testWithShared('questions that residents really asked authorities are imported, coded and carried to a public page', async () => {
  const leader = await castLeader()
  const { id: processId } = await granted(
    createProcess(leader, { name: 'Frågor', slug: 'fragor', purpose: 'x', mandate: 'x', mandatedOn: now.day, promise: 'x', fromDay: now.day, toDay: '2030-12-31' }, now),
  )
  const process = await readProcess('fragor', now.day)
  const step = (key: string) => process?.steps.find((each) => each.key === key)?.id ?? ''
  const { id: groupId } = await granted(createGroup(leader, { processId, key: 'fragande', name: 'Frågande', unit: 'persons' }, now))
  const dialogue = await granted(
    createDialogue(
      leader,
      {
        processId,
        groupId,
        stepId: step('survey'),
        slug: 'fragor',
        title: 'Vad undrar du?',
        kind: 'survey',
        information: 'x',
        legalBasis: 'x',
        promise: 'x',
        contact: 'x',
        opensOn: now.day,
        closesOn: '2030-12-31',
        questions: [{ wording: 'Vad undrar du?', stance: 'want' }],
      },
      now,
    ),
  )
  await granted(openDialogue(leader, { dialogueId: dialogue.id }, now))

  const asked = readFileSync(join(sharedFolder, 'data/text/sv-swefaq/data.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as { text: string; label: string })
  const bytes = new TextEncoder().encode(asked.map(({ text }) => JSON.stringify({ q1: text.replaceAll(/\s+/g, ' ') })).join('\n'))
  const imported = await granted(importAnswers({ dialogue: 'fragor', fileName: 'fragor.jsonl', bytes, by: 'provet' }, now))
  expect(imported.accepted).toBe(asked.length)

  const labels = [...new Set(asked.map(({ label }) => label))]
  const themeIds = new Map<string, string>()
  for (const [index, label] of labels.entries())
    themeIds.set(
      label,
      (await granted(createTheme(leader, { processId, slug: `tema-${index}`, name: `Tema ${label}`.slice(0, 80), definition: label, whenToUse: label, whenNot: 'annat' }, now))).id,
    )
  const { rows } = await pool().query<{ id: string; text: string }>('select id, text from participation_statements')
  const labelOf = new Map(asked.map(({ text, label }) => [text.replaceAll(/\s+/g, ' ').trim(), label]))
  const coded = rows.flatMap(({ id, text }) => {
    const themeId = themeIds.get(labelOf.get(text) ?? '')
    return themeId ? [{ statementId: id, themeId, stance: 'want' as const, codedBy: leader.person, codedAt: now.at }] : []
  })
  expect(coded.length).toBeGreaterThan(asked.length * 0.9)
  await transaction(() => storeCodings(coded))
  await granted(reviewStatements(leader, { statementIds: coded.slice(0, 60).map(({ statementId }) => statementId), verdict: 'may-be-shown' }, now))
  await granted(freezeMatrix(leader, { processId }, now))
  const [first] = coded
  const slug = `tema-${[...themeIds.values()].indexOf(first?.themeId ?? '')}`
  expect((await site.get(`/tema/${slug}`)).status).toBe(404)
  await granted(releaseStep(leader, { stepId: step('analysis') }, momentOf(new Date())))

  const page = await (await site.get(`/tema/${slug}`)).text()
  const shown = page.replaceAll('&#x27;', "'").replaceAll('&quot;', '"')
  const ofTheme = coded.filter(({ themeId }) => themeId === first?.themeId).map(({ statementId }) => rows.find(({ id }) => id === statementId)?.text ?? '')
  expect(ofTheme.filter((text) => shown.includes(text)).length).toBeGreaterThan(2)
  expect(await (await site.get('/samsyn')).text()).toContain(`Tema ${labels[0]}`.slice(0, 20))
})

async function castLeader(): Promise<Actor> {
  const from = day('2020-01-01')
  const { personIds } = await storeCast({
    municipality: 'Prov',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: from }],
    people: [{ name: 'Prov', email: 'leader@prov.example', organ: 'ks', role: 'process-leader' }],
    from,
  })
  const actor = await mintActor(personIds['leader@prov.example'] ?? '', now.day)
  if (!actor) throw new Error('Nobody was cast.')
  return actor
}

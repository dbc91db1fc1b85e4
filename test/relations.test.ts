import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue, readSurveySample, storeResponses } from '#participation'
import { backgroundBank } from '../src/modules/participation/rules/background-bank.ts'
import { grantedBy, type Stage, stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const now = momentOf(new Date())
let stage: Stage
let [leader, dialogueId] = ['', '']
const count = async (name: string) => Number((await pool().query<{ count: string }>(`select count(*) from ${name}`)).rows[0]?.count)
const add = async (text: string, countedOn: string, step = 'add') =>
  site.post('/arbete/befolkning', { act: 'table', step, source: `Påhittad för testet, ${countedOn}`, countedOn, text }, { cookie: leader })
const page = async () => (await (await site.get('/arbete/dialoger/vem-ar-du/vilka-saknas', { cookie: leader })).text()).replaceAll(/<!-- -->/g, '').replaceAll('\u00a0', ' ')
const inSwedish = ({ key, kind, background, wording, form }: (typeof backgroundBank)['age' | 'relation']) => ({
  ...{ key, kind, background, wording },
  form: { choices: form.choices.map((choice) => ({ ...choice, labelEnglish: null })) },
})
/** The cells of a row of the table of relations. */
const cells = (html: string, relation: string) => {
  const row = html.split('<tr>').find((each) => each.includes(`>${relation}</th>`)) ?? ''
  return [...row.matchAll(/<\/span>([^<]*)<\/td>/g)].map(([, text]) => text)
}
let sent = 0
const answer = async (times: number, relation?: string[]) =>
  storeResponses(
    Array.from({ length: times }, () => ({
      ...{ dialogueId, groupId: stage.residents, receivedOn: now.day, source: 'web' as const, persons: 1, label: null, lines: [] },
      ...{ answers: relation ? { relation, alder: '25-44' } : ({} as Record<string, string>), submissionKey: `a-relation-of-the-test-${sent++}` },
    })),
  )

beforeAll(async () => {
  stage = await stageDialogue()
  dialogueId = (
    await grantedBy(
      createDialogue(
        stage.leader,
        {
          ...{ processId: stage.processId, stepId: stage.stepId, groupId: stage.residents, slug: 'vem-ar-du', title: 'Vem är du?', kind: 'survey' },
          ...{ information: 'Vad och varför', legalBasis: 'Uppgift av allmänt intresse', promise: 'Svaren läses', contact: 'Växeln' },
          ...{ opensOn: addDays(now.day, -2), closesOn: addDays(now.day, 5), questions: [inSwedish(backgroundBank.relation), inSwedish(backgroundBank.age)] as never },
        },
        now,
      ),
    )
  ).id
  await grantedBy(openDialogue(stage.leader, { dialogueId }, now))
  leader = await site.signIn('process-leader@example.se')
  await answer(60, ['bor'])
  await answer(30, ['bor', 'arbetar'])
  await answer(8, ['arbetar', 'foretag'])
  await answer(2, ['fritidshus'])
  await answer(7, ['vill-ej-ange'])
  await answer(3)
})

describe('a question of relation', () => {
  test('says that no table knows of it, while none does', async () => {
    expect((await add('ålder;antal\n0-15;100\n16-24;100\n25-44;200\n45-64;200\n65-79;150\n80+;50', '2025-06-30')).status).toBe(302)
    expect(await page()).toContain('Ingen befolkningstabell säger hur många som till exempel arbetar')
  })
  test('is never crossed with a place, an age or a sex', async () => {
    const refused = await add('ålder;relation;antal\n16-24;arbetar;3', '2025-12-31')
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Rad 2: raden säger både relationen ”arbetar” och plats, ålder eller kön')
    expect(await count('participation_populations')).toBe(1)
  })
  test('is held against a table of relations alone, which leaves the table of ages where it is', async () => {
    const table = 'relation;antal\ntotalt;1000\nbor;800\narbetar;500\nfritidshus;200\näger skog;30'
    expect((await (await add(table, '2025-12-31', 'look')).text()).replaceAll(/<!-- -->/g, '')).toContain('någon relation 1\u202f000, bor 800')
    expect(await count('participation_population_relations')).toBe(0)
    expect((await add(table, '2025-12-31')).status).toBe(302)
    expect(await count('participation_population_relations')).toBe(5)
    const html = await page()
    expect(html).toContain('Ålder: svar mot befolkningen')
    expect(html).toContain('Av 110 svar säger 100 vilken relation de har. En person kan ha flera relationer')
    expect(cells(html, 'Jag bor här')).toEqual(['800', '80 %', '80', '90', '90 %'])
    expect(cells(html, 'Jag arbetar här')).toEqual(['500', '50 %', '50', '38', '38 %'])
    expect(html).toContain('I tabellen finns äger skog, som inte går att välja i enkäten')
  })
  test('shows no number of fewer than the threshold', async () => {
    const html = await page()
    expect(cells(html, 'Jag har fritidshus här')).toEqual(['200', '20 %', '20', 'visas inte', '–'])
    expect(cells(html, 'Jag driver företag här')).toEqual(['–', '–', '–', '8', '8 %'])
    expect(html).not.toContain('<th scope="row">Vill ej ange')
    await pool().query('update participation_groups set threshold = 10 where id = $1', [stage.residents])
    expect(cells(await page(), 'Jag driver företag här')).toEqual(['–', '–', '–', 'visas inte', '–'])
    expect(cells(await page(), 'Jag bor här')).toEqual(['800', '80 %', '80', '90', '90 %'])
  })
  test('is known again with its lines in another order, and is not corrected', async () => {
    const again = await add('antal,relation\n30,äger skog\n200,fritidshus\n1000,totalt\n500,arbetar\n800,bor', '2025-12-31')
    expect(await again.text()).toContain('Den här tabellen finns redan')
    for (const statement of ['update participation_population_relations set count = 1', 'delete from participation_population_relations'])
      await expect(pool().query(statement)).rejects.toThrow()
  })
  test('is never weighed by: the ages are', async () => {
    const samples = await readSurveySample(stage.processId, now)
    expect(samples === 'no-population' ? samples : samples.map(({ slug, margins }) => [slug, margins.map(({ of }) => of)])).toEqual([['vem-ar-du', ['age']]])
  })
})

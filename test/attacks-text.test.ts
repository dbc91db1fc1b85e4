import { beforeAll, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { findPersonalData, maskPersonalData } from '#text'
import { tellStory } from '../seeds/ange/tell-story.ts'
import { writeMailHtml } from '../src/foundation/people/write-mail-html.ts'
import { fileOf, runSamsynIn } from './run-samsyn.ts'
import { useSite } from './site.ts'
import { type DrawnField, type DrawnForm, formsIn, linksIn, shapeOf } from './walk-pages.ts'

const site = useSite()
const attack = '<svg onload=alert(1)>"\'></title><script>alert(2)</script>$&$`'
const address = 'javascript:alert(3)//https://ond.example'
const doors = ['/', '/resultat', '/samsyn', '/visionen', '/delta', '/processen', '/folj', '/logga-in', '/tillganglighet', '/om', '/demo/utkorg', '/demo/logga-in', '/arbete']
const everybody: Record<string, string> = { public: '' }
const accepted = new Set<string>()

beforeAll(async () => {
  await tellStory('seeds/ange/voices')
  const { rows } = await pool().query<{ email: string; role: string }>(
    'select p.email, a.role from people_persons p join people_assignments a on a.person_id = p.id where a.valid_to is null order by p.email',
  )
  for (const { email, role } of rows) everybody[role] ??= await site.signIn(email)
})

/** Every page that can be reached from the doors, a few of each shape. */
async function walk(cookie: string, visit: (path: string, html: string) => void, ofEachShape = 1): Promise<void> {
  const [waiting, seen, shapes] = [[...doors], new Set<string>(), new Map<string, number>()]
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    const shape = shapeOf(path).replaceAll(/=[^&]*/g, '=')
    if (seen.has(path) || (shapes.get(shape) ?? 0) >= ofEachShape) continue
    seen.add(path)
    shapes.set(shape, (shapes.get(shape) ?? 0) + 1)
    const response = await site.get(path, { cookie })
    const html = await response.text()
    expect(response.status, path).toBeLessThan(500)
    if (response.headers.get('content-type')?.startsWith('text/html')) visit(path, html)
    const led = response.headers.get('location')
    waiting.push(...(led?.startsWith('/') ? [led] : []), ...linksIn(html, path).filter((link) => !link.startsWith('/sprak/')))
  }
}

// What a field must hold for the rest of the form to be read at all.
const plain: [RegExp, (unique: number) => string][] = [
  [/slug$|^key$/i, (unique) => `angrepp-${unique}`],
  [/email/i, (unique) => `angrepp${unique}@ange.example`],
  [/^contact$/, () => 'angrepp@ange.example'],
  [/^period$|^covers$/, (unique) => String(2030 + (unique % 60))],
  [/^value$|^margin$|^(?:maxLines|least|most|longest|copies|first|received|made|days|years|draftDays|retentionYears)$/, () => '3'],
  [/Time$/, () => '12:00'],
  [/^choices$|^rows$/, () => 'Ja\nNej'],
  [/picture|earliest|latest/i, () => ''],
  [/^accent$/, () => ''],
]
let unique = 0

function filled(form: DrawnForm, text: string, careful: boolean): Record<string, string | string[]> {
  unique++
  const values: Record<string, string | string[]> = {}
  for (const field of form.fields) {
    const before = values[field.name]
    if (field.kind === 'radio' && before !== undefined) continue
    const value = writtenIn(field, text, careful)
    values[field.name] = before === undefined ? value : [before, value].flat().slice(0, 3)
  }
  return values
}

function writtenIn({ name, kind, value, choices }: DrawnField, text: string, careful: boolean): string {
  if (kind === 'select') return choices.find((choice) => choice !== '') ?? ''
  if (kind === 'date') return value || (/^(?:to|closes|ends)/.test(name) ? '2027-12-31' : '2026-11-20')
  if (kind === 'number') return value || '3'
  if (['hidden', 'checkbox', 'radio', 'button'].includes(kind)) return value
  return (careful && plain.find(([named]) => named.test(name))?.[1](unique)) || text
}

/** A page holds nothing but tags that are whole, no act that waits in an attribute, and no link that is a program or leads elsewhere. */
function expectClean(html: string, path: string): void {
  const whole = /^<\/?[a-z][a-z0-9-]*(?:\s+[a-zA-Z][\w:-]*(?:="[^"]*")?)*\s*\/?>/
  const text = html.replaceAll(/<!--[\s\S]*?-->|<!DOCTYPE html>/gi, '')
  for (let at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
    const tag = whole.exec(text.slice(at, at + 20_000))?.[0] ?? ''
    expect(tag, `${path}: ${text.slice(at, at + 80)}`).not.toBe('')
    // Our own two, which run by the nonce of this very answer.
    if (/^<script src="\/(?:svar|passnyckel)\.js" nonce="[\w+/=-]+" defer=""(?: data-[\w-]+="[^"<>]*")*>$/.test(tag)) continue
    expect(tag.replaceAll(/"[^"]*"/g, ''), path).not.toMatch(/^<(?:script|iframe|object|embed|base)\b|\son[a-z]+=/i)
    const led = /\s(?:href|src|action|formaction|content)="([^"]*)"/i.exec(tag)?.[1] ?? ''
    expect(led.replaceAll(/\s/g, ''), path).not.toMatch(/^(?:javascript|data|vbscript):/i)
    if (tag.startsWith('<a')) expect(led, path).not.toMatch(/^(?:https?:)?\/\/ond\.example/i)
  }
}

async function attackEveryForm(role: string): Promise<void> {
  const forms = new Map<string, DrawnForm>()
  await walk(everybody[role] ?? '', (path, html) => {
    for (const form of formsIn(html, path)) {
      const act = form.fields.find(({ name }) => name === 'act')?.value ?? ''
      const shape = `${shapeOf(form.action).split('?')[0]} ${act}`
      if (!forms.has(shape) && !/logga-ut|demo|delar|logga-in|folj/.test(shape)) forms.set(shape, form)
    }
  })
  for (const [shape, form] of forms)
    for (const [text, careful] of [
      [attack, false],
      [address, true],
      ['noll\u0000tecken', true],
      [attack, true],
    ] as const) {
      const answer = await site.post(form.action, filled(form, text, careful), { cookie: everybody[role] ?? '' })
      expect(answer.status, `${shape} as ${role}`).toBeLessThan(500)
      // A file that is sent is no page; what stands in its cells has a test of its own (39).
      if (answer.headers.get('content-type')?.startsWith('text/html')) expectClean(await answer.text(), `answer to ${shape}`)
      expect(answer.headers.get('location') ?? '/', shape).toMatch(/^\/(?!\/)/)
      if (answer.status < 400) accepted.add(shape)
    }
}

async function columnsThatHold(text: string): Promise<string[]> {
  const { rows } = await pool().query<{ table: string; column: string }>(
    "select table_name as table, column_name as column from information_schema.columns where table_schema = 'public' and data_type = 'text' order by 1, 2",
  )
  const held: string[] = []
  for (const { table, column } of rows)
    if ((await pool().query(`select 1 from ${table} where position($1 in ${column}) > 0 limit 1`, [text])).rows.length > 0) held.push(`${table}.${column}`)
  return held
}

test.each([
  '<p><svg onload=alert(1)></p>',
  '<p>a < b</p>',
  '<script>x</script>',
  '<a href="java\nscript:x">x</a>',
  '<a href="//ond.example">x</a>',
  '<p title=""onclick="x">x</p>',
])('the reading of the pages would see %s', (html) => expect(() => expectClean(html, 'a page')).toThrow())

test('32 to 38: script in every field of every form is kept as text', async () => {
  // A question is of the kind that its page is for: one of the plainest is asked for by name, before the draft is opened or renamed by what follows.
  const page = '/arbete/dialoger/alla-sorters-fragor/fragor/ny?sort=text'
  const html = await (await site.get(page, { cookie: everybody['process-leader'] ?? '' })).text()
  const asked = formsIn(html, page).find(({ fields }) => fields.some(({ name }) => name === 'wording'))
  const hidden = Object.fromEntries((asked?.fields ?? []).filter(({ kind }) => kind === 'hidden').map(({ name, value }) => [name, value]))
  expect((await site.post(asked?.action ?? '', { ...hidden, wording: attack, hint: attack, wordingEnglish: attack }, { cookie: everybody['process-leader'] ?? '' })).status).toBe(
    302,
  )
  // The administrator last: what that one may do takes away what others may.
  for (const role of Object.keys(everybody).sort((one, other) => Number(one === 'administrator') - Number(other === 'administrator'))) await attackEveryForm(role)
  // Settings are saved from what their preview offers.
  const named = await site.post('/arbete/installningar', { act: 'save', name: attack, accent: '', contact: '' }, { cookie: everybody.administrator ?? '' })
  expect(named.status).toBe(302)
  const held = await columnsThatHold(attack)
  // Not a test of refusals: most of what people write was written, and is kept letter by letter.
  expect(accepted.size).toBeGreaterThan(25)
  expect(held.length).toBeGreaterThan(25)
  expect(held).toEqual(
    expect.arrayContaining(
      'analysis_themes.name participation_dialogues.title participation_questions.wording participation_responses.label participation_statements.text people_organs.name people_persons.name people_settings.name process_moves.reason trail_events.why vision_phrases.text'.split(
        ' ',
      ),
    ),
  )
})

test('32 to 38: and no page holds it as anything else, or as a link to another site, whoever reads it', async () => {
  const links = new Set<string>()
  for (const role of ['public', 'process-leader', 'controller', 'administrator'])
    await walk(everybody[role] ?? '', (path, html) => {
      expectClean(html, path)
      for (const [, href = ''] of html.matchAll(/<a\b[^>]*\shref="([^"]*)"/g)) links.add(href)
    })
  // Ours begin with a slash, a question mark or a number sign; the demo’s outbox holds links to the site itself.
  const others = [...links].filter((link) => !/^(?:\/(?!\/)|[?#]|$)/.test(link) && !/^http:\/\/127\.0\.0\.1\/logga-in(?:\/lank\?nyckel=\w+)?$/.test(link))
  expect(others.filter((link) => link !== 'mailto:angrepp@ange.example' && link !== 'https://www.digg.se/tdosanmalan')).toEqual([])
})

test('36: what is wrong with a file is said by line and reason, and never in the file’s own words', async () => {
  const { connectionString, host } = site.connection()
  const program = (...args: string[]) =>
    runSamsynIn({ DATABASE_URL: connectionString ?? `postgres:///postgres?host=${host}&user=postgres`, SAMSYN_SECRET: 'a secret for the tests, and for nothing else' }, ...args)
  const esc = '\u001b]0;ond\u0007\u001b[31m'
  const file = fileOf('<svg onload=alert(1)>.csv', `q1,${attack.replaceAll(/["']/g, '')}${esc},group\n${esc}x,y,\nbra,y,${esc}\n"${attack.replaceAll('"', '""')} ur en fil",y,\n`)
  for (const more of [['--preview'], []]) {
    const { status, said, complained } = program('import', 'answers', file, '--dialogue', 'vision-2020', ...more)
    expect([status, complained]).toEqual([0, ''])
    expect(said).toContain('Rad 2 läses inte in: en text har tecken')
    expect(said).toContain('Rad 3 läses inte in: gruppen finns inte')
    expect(said).not.toContain('\u001b')
  }
  expect((await pool().query('select 1 from participation_statements where text = $1', [`${attack} ur en fil`])).rows).toHaveLength(1)
  expectClean(await (await site.get('/arbete/granska?dialog=vision-2020', { cookie: everybody['process-leader'] ?? '' })).text(), '/arbete/granska')
})

test('37: no letter holds what somebody wrote as anything but text, and nothing in it is put in place of anything else', async () => {
  expectClean(writeMailHtml(`${attack}\n\nhttps://samsyn.example/"><script>x</script>\n\n${address}`), 'letter')
  expect(writeMailHtml(address)).not.toContain('href')
  const found = findPersonalData(`${attack} ring 070-174 06 05`)
  expect(JSON.stringify(maskPersonalData(`${attack} ring 070-174 06 05`, found))).toContain(JSON.stringify(attack).slice(1, -1))
  expectClean(await (await site.get('/demo/utkorg')).text(), '/demo/utkorg')
})

import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
const today = momentOf(new Date()).day
const room = '/arbete/dialoger/allt'
const frame = { opensOn: addDays(today, -1), closesOn: addDays(today, 5), kind: 'survey' }
const texts = { information: 'Vad och varför', legalBasis: 'Uppgift av allmänt intresse', promise: 'Svaren läses', contact: 'Växeln', retention: 'kept', draftDays: '14' }
let cookie = ''
let belongs: Record<string, string> = {}

beforeAll(async () => {
  const stage = await stageDialogue()
  belongs = { processId: stage.processId, stepId: stage.stepId, groupId: stage.residents }
  cookie = await site.signIn('process-leader@example.se')
})

type Fields = Record<string, string | readonly string[]>
const read = async (path: string) => (await site.get(path, { cookie })).text()
const post = (path: string, fields: Fields) => site.post(path, fields, { cookie })
const where = async (answer: Promise<Response>) => (await answer).headers.get('location')
const hidden = (html: string, name: string) => new RegExp(`name="${name}" value="([^"]*)"`).exec(html)?.[1] ?? ''
const begin = (fields: Fields) => post('/arbete/dialoger/ny', { ...belongs, ...frame, begin: 'empty', ...fields })
const add = (kind: string, wording: string, more: Fields = {}, address = room) => post(`${address}/fragor/ny?sort=${kind}`, { kind, wording, ...more })
const asked = async (slug: string) =>
  (await pool().query('select q.* from participation_questions q join participation_dialogues d on d.id = q.dialogue_id where d.slug = $1 order by position', [slug])).rows
const edit = async (key: string, fields: Fields) => {
  const path = `${room}/fragor/${key}`
  return post(path, { basis: hidden(await read(path), 'basis'), ...fields })
}

describe('a dialogue is begun', () => {
  test('from a template, with its address made from the title', async () => {
    expect(await where(begin({ title: 'Vår framtid, åtta ord', begin: 'three-questions' }))).toBe('/arbete/dialoger/var-framtid-atta-ord')
    expect((await asked('var-framtid-atta-ord')).map(({ key, stance, background }) => [key, stance ?? background])).toEqual([
      ['bevara', 'keep'],
      ['lamna', 'leave'],
      ['onska', 'want'],
      ['alder', 'age'],
      ['relation', 'relation'],
      ['kon', 'gender'],
    ])
    await begin({ title: 'Medarbetare', begin: 'four-questions', kind: 'notes' })
    expect((await asked('medarbetare')).map(({ axis }) => axis)).toEqual(['workplace', 'workplace', 'workplace', 'place'])
    await begin({ title: 'Nuläge', begin: 'baseline', areas: 'Trygghet\n\nNatur\n' })
    expect((await asked('nulage')).map(({ key, kind }) => [key, kind])).toEqual([
      ['trygghet', 'scale'],
      ['natur', 'scale'],
    ])
  })
  test('in Swedish only, or with a title in English in both languages', async () => {
    await begin({ title: 'På två språk', titleEnglish: 'In two languages', begin: 'three-questions' })
    const inEnglish = async (slug: string) =>
      (await asked(slug)).map(({ wording_english, form }) => [
        Boolean(wording_english),
        (form.choices ?? []).every(({ labelEnglish }: { labelEnglish: string | null }) => labelEnglish),
      ])
    expect(await inEnglish('pa-tva-sprak')).toEqual(Array(6).fill([true, true]))
    expect(await inEnglish('var-framtid-atta-ord')).toEqual([...Array(3).fill([false, true]), ...Array(3).fill([false, false])])
  })
  test('or not, with every word kept and the error at its field', async () => {
    const answer = await begin({ title: 'Utan områden', begin: 'baseline' })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('<a href="#areas">Skriv minst ett område')
    expect((await begin({ title: 'Ny', slug: 'ny' })).status).toBe(422)
    // Without a title there is nothing to make an address of: what comes later is not called by the lack of it.
    const untitled = (await (await begin({ title: '' })).text()).replaceAll('<!-- -->', '')
    expect(untitled).toContain('>Rubrik: Skriv något här</a>')
    expect(untitled).not.toContain('value="dialog"')
    expect((await begin({ title: 'Två gånger', slug: 'nulage' })).status).toBe(409)
    expect((await begin({ title: 'Grupper väljer inte', begin: 'baseline', kind: 'notes', areas: 'A' })).status).toBe(422)
  })
  test('as a copy of another, with the keys of its questions', async () => {
    const { rows } = await pool().query("select id from participation_dialogues where slug = 'var-framtid-atta-ord'")
    expect(await where(begin({ title: 'En gång till', begin: 'copy', from: rows[0].id }))).toBe('/arbete/dialoger/en-gang-till')
    expect((await asked('en-gang-till')).map(({ key }) => key)).toEqual((await asked('var-framtid-atta-ord')).map(({ key }) => key))
    expect((await begin({ title: 'Av ingen', begin: 'copy' })).status).toBe(422)
    expect((await begin({ title: 'Grupper', begin: 'copy', from: rows[0].id, kind: 'notes' })).status).toBe(409)
  })
})

describe('its questions', () => {
  beforeAll(async () => {
    await begin({ title: 'Allt', slug: 'allt' })
    const choices = { choices: 'Ja\nNej' }
    expect(await where(add('one', 'Bor du här?', { ...choices, required: 'ja', choicesEnglish: 'Yes\nNo', wordingEnglish: 'Do you live here?' }))).toBe(`${room}#fraga-bor-du-har`)
    await add('several', 'Vad saknas?', { choices: 'Buss\nBad\nInget', alone: 'Inget', other: 'ja', most: '2', beginsPart: 'ja', sectionHeading: 'Det som saknas' })
    await add('number', 'Hur långt är det?', { least: '0', most: '12,5', unit: 'minuter' })
  })
  test('every kind is shown as a resident meets it, and nothing of the example can be sent', async () => {
    const html = await read(`${room}/fragor/ny`)
    for (const kind of ['lines', 'text', 'one', 'several', 'scale', 'matrix', 'ranking', 'number', 'date', 'place', 'picture', 'information'])
      expect(html).toContain(`?sort=${kind}"`)
    expect(html.match(/ inert=""/g)).toHaveLength(12)
    expect(await read('/arbete/dialoger/medarbetare/fragor/ny')).toContain('Lägg till frågan')
    expect((await add('one', 'Ett val', { choices: 'A\nB' }, '/arbete/dialoger/medarbetare')).status).toBe(409)
  })
  test('keep what their kind asks for', async () => {
    const [lives, lacks, far] = await asked('allt')
    expect(lives).toMatchObject({ key: 'bor-du-har', kind: 'one', required: true, form: { choices: [{ key: 'ja', label: 'Ja', labelEnglish: 'Yes' }, { key: 'nej' }] } })
    expect(lacks).toMatchObject({ section_heading: 'Det som saknas', form: { other: true, most: 2, choices: [{ key: 'buss' }, { key: 'bad' }, { key: 'inget', alone: true }] } })
    expect(far.form).toMatchObject({ least: 0, most: 12.5, unit: 'minuter', whole: false })
  })
  test.each<[string, string, Fields, string, string]>([
    ['without words', 'lines', { wording: ' ' }, 'wording', 'Skriv något här'],
    ['with the same choice twice', 'one', { choices: 'Ja\nja' }, 'choices', 'Två rader har samma ord'],
    ['with a choice that is too long', 'one', { choices: `Ja\n${'x'.repeat(201)}` }, 'choices', 'Texten är för lång'],
    ['with more to choose than there is', 'several', { choices: 'A\nB', most: '3' }, 'most', 'högst så stort som antalet val'],
    ['with too few in English', 'one', { choices: 'A\nB', choicesEnglish: 'A' }, 'choicesEnglish', 'lika många rader'],
    ['with ends that are turned', 'number', { least: '5', most: '1' }, 'most', 'inte vara lägre än det lägsta'],
    ['with a limit that is no number', 'number', { least: 'få' }, 'least', 'Skriv ett tal'],
    ['with a day that is none', 'date', { earliest: 'i går' }, 'earliest', 'Välj en dag'],
    ['with a scale of a hundred steps', 'scale', { least: '1', most: '100' }, 'most', 'En skala har'],
    ['with a picture that is elsewhere', 'picture', { choices: 'A\nB', pictures: 'https://example.com/a.png\nb' }, 'pictures', 'Skriv adressen till en bild'],
    ['with a part that has no heading', 'lines', { beginsPart: 'ja', sectionHeading: '' }, 'sectionHeading', 'Skriv delens rubrik'],
  ])('%s they are refused at the field, and nothing is stored', async (_, kind, fields, at, words) => {
    const before = (await asked('allt')).length
    const answer = await add(kind, 'En fråga till', { hint: 'Det jag skrev', ...fields })
    const html = await answer.text()
    expect(answer.status).toBe(422)
    expect(html).toContain(`<a href="#${at}">`)
    expect(html).toContain(words)
    expect(html).toContain('Det jag skrev')
    expect((await asked('allt')).length).toBe(before)
  })
  test('keep their keys and the keys of their choices when their words change', async () => {
    await edit('bor-du-har', { wording: 'Bor du i kommunen?', choices: 'Ja, det gör jag\nNej', choicesEnglish: 'Yes, I do\nNo', wordingEnglish: 'Do you live here?' })
    const [lives] = await asked('allt')
    expect(lives).toMatchObject({ key: 'bor-du-har', wording: 'Bor du i kommunen?', form: { choices: [{ key: 'ja', label: 'Ja, det gör jag' }, { key: 'nej' }] } })
  })
  test('and a unit or the end of a scale is the same when it is read again', async () => {
    await add('number', 'Hur många gånger?', { least: '0', most: '2,5', unit: 'st. i veckan' }, '/arbete/dialoger/pa-tva-sprak')
    const html = await read('/arbete/dialoger/pa-tva-sprak/fragor/hur-manga-ganger')
    for (const kept of ['st. i veckan', '2,5']) expect(html).toContain(`value="${kept}"`)
  })
  test('that somebody else has changed are refused with both texts', async () => {
    const path = `${room}/fragor/vad-saknas`
    const basis = hidden(await read(path), 'basis')
    const fields = { choices: 'Buss\nBad\nInget', alone: 'Inget', other: 'ja', most: '2', sectionHeading: 'Det som saknas' }
    expect((await post(path, { ...fields, basis, wording: 'Vad saknar du?' })).status).toBe(302)
    const answer = await post(path, { ...fields, basis, wording: 'Vad fattas?' })
    const html = await answer.text()
    expect([answer.status, html.includes('Vad saknar du?'), html.includes('value="Vad fattas?"')]).toEqual([409, true, true])
  })
  test('are asked on a condition, in two steps and in words', async () => {
    const path = `${room}/fragor/vad-saknas/villkor`
    expect(await read(path)).toContain('<option value="bor-du-har">Bor du i kommunen?')
    expect(await read(`${path}?pa=bor-du-har`)).toContain('Ja, det gör jag')
    const none = await post(`${path}?pa=bor-du-har`, { act: 'add', question: 'bor-du-har', is: 'one-of' })
    expect([none.status, (await none.text()).includes('Välj minst ett svar')]).toEqual([422, true])
    expect((await post(path, { act: 'add', question: 'hur-langt-ar-det', is: 'answered' })).status).toBe(422)
    expect((await post(`${path}?pa=bor-du-har`, { act: 'add', question: 'bor-du-har', is: 'one-of', values: ['ja'] })).status).toBe(302)
    expect(await read(room)).toContain('Frågas bara av dem som svarat Ja, det gör jag på ”Bor du i kommunen?”.')
  })
  test('are not taken away while a condition is on them, and then plainly', async () => {
    const path = `${room}/fragor/bor-du-har/ta-bort`
    const refused = await post(path, { basis: hidden(await read(path), 'basis') })
    expect([refused.status, (await refused.text()).includes('villkoret på ”Vad saknar du?”')]).toEqual([409, true])
    await post(room, { act: 'copy', key: 'hur-langt-ar-det' })
    const copy = `${room}/fragor/hur-langt-ar-det-2/ta-bort`
    expect(await read(copy)).toContain('Det går inte att ångra')
    expect(await where(post(copy, { basis: hidden(await read(copy), 'basis') }))).toBe(`${room}#fragor`)
    expect((await asked('allt')).map(({ key, position }) => [key, position])).toEqual([
      ['bor-du-har', 0],
      ['vad-saknas', 1],
      ['hur-langt-ar-det', 2],
    ])
  })
  test('are moved, with their identity and their place', async () => {
    const ids = new Map((await asked('allt')).map(({ key, id }) => [key, id]))
    await post(room, { act: 'up', key: 'hur-langt-ar-det' })
    expect((await asked('allt')).map(({ key, position, id }) => [key, position, ids.get(key) === id])).toEqual([
      ['bor-du-har', 0, true],
      ['hur-langt-ar-det', 1, true],
      ['vad-saknas', 2, true],
    ])
    expect(await read(room)).toContain('Del 2: Det som saknas')
  })
  test('that are added, moved and copied at the same time all find a place of their own', async () => {
    await begin({ title: 'Många på en gång' })
    const address = '/arbete/dialoger/manga-pa-en-gang'
    await Promise.all(['Samma', 'Samma', 'En annan'].map((wording) => add('lines', wording, {}, address)))
    await Promise.all([post(address, { act: 'copy', key: 'samma' }), post(address, { act: 'up', key: 'samma-2' }), post(address, { act: 'down', key: 'samma' })])
    const found = await asked('manga-pa-en-gang')
    expect(found.map(({ key }) => key).sort()).toEqual(['en-annan', 'samma', 'samma-2', 'samma-3'])
    expect(found.map(({ position }) => position)).toEqual([0, 1, 2, 3])
  })
  test('about who one is come from the bank, once', async () => {
    expect(await where(post(room, { act: 'background', background: 'age' }))).toBe(`${room}#fraga-alder`)
    expect(await where(post(room, { act: 'background', background: 'place' }))).toBe(`${room}/fragor/plats`)
    expect((await post(room, { act: 'background', background: 'age' })).status).toBe(409)
    expect(await read(room)).toContain('Ge varje fråga med val minst två val')
    await edit('plats', { wording: 'Var bor du?', wordingEnglish: 'Where do you live?', choices: 'Alby\nFränsta', choicesEnglish: 'Alby\nFränsta' })
    expect(await read(room)).not.toContain('Ge varje fråga med val minst två val')
  })
  test('what is in Swedish only is listed, with the way to it', async () => {
    const html = await read(room)
    expect(html).toMatch(/href="[^"]*fragor\/vad-saknas">Buss</)
    expect(html).not.toMatch(/href="[^"]*fragor\/alder">16–24 år</)
  })
})

test('whoever may not is refused by every page and every form, and a refusal leaves nothing', async () => {
  const auditor = await site.signIn('auditor@example.se')
  const before = JSON.stringify(await asked('allt'))
  for (const path of ['fragor/ny', 'fragor/alder', 'fragor/alder/villkor', 'fragor/alder/ta-bort', 'andra'])
    expect((await site.get(`${room}/${path}`, { cookie: auditor })).status, path).toBe(403)
  for (const [path, fields] of [
    ['fragor/ny?sort=lines', { kind: 'lines', wording: 'x' }],
    ['fragor/alder', { wording: 'x' }],
    ['fragor/alder/villkor', { act: 'add', question: 'bor-du-har', is: 'answered' }],
    ['fragor/alder/ta-bort', {}],
    ['forhandsvisa', { act: 'share', days: '3' }],
    ['', { act: 'up', key: 'alder' }],
  ] as const)
    expect((await site.post(`${room}/${path}`.replace(/\/$/, ''), fields, { cookie: auditor })).status, path).toBe(403)
  expect(JSON.stringify(await asked('allt'))).toBe(before)
})

test('its texts have a page of their own, which leaves the questions as they are', async () => {
  const before = JSON.stringify(await asked('allt'))
  const html = await read(`${room}/andra`)
  const revision = { ...belongs, ...frame, ...texts, slug: 'allt', title: 'Allt om orten', dialogueId: hidden(html, 'dialogueId'), basis: hidden(html, 'basis') }
  expect(await where(post(`${room}/andra`, { ...revision, figuresWhileOpen: 'ja' }))).toBe(`${room}?gjort=texter`)
  expect(await read(`${room}?gjort=texter`)).toContain('Texterna är sparade')
  expect(await read(`${room}?gjort=oppnad`)).not.toContain('Du har öppnat dialogen')
  expect(await read(`${room}/andra`)).toMatch(/name="figuresWhileOpen"[^>]*checked/)
  expect(JSON.stringify(await asked('allt'))).toBe(before)
})

import { Transformer } from '@napi-rs/image'
import { connectDatabase, disconnectDatabase, pool } from '#db/database.server'
import { readImage, takePicture } from '#files'
import { momentOf } from '#http/clock'
import { addDays } from '#kernel/day'
import { createDialogue, openDialogue } from '#participation'
import { loadMap, mintActor } from '#people'
import type { QuestionInput } from '../src/modules/participation/question-schema.ts'
import type { Installation } from './installation.ts'

type Survey = { readonly slug: string; readonly title: string; readonly titleEnglish?: string; readonly questions: readonly QuestionInput[]; readonly isDraft?: boolean }

/** Loads a map with two named places and some tens of squares, as the demo's administrator does it. */
export async function loadDemoMap(samsyn: Installation): Promise<void> {
  const now = momentOf(new Date())
  const named = (name: string, coordinates: number[]) => ({ type: 'Feature', properties: { namn: name }, geometry: { type: 'Point', coordinates } })
  const shore = Array.from({ length: 2001 }, (_, index) => {
    const [turn, wave] = [(index / 2000) * 2 * Math.PI, 0.04 * Math.sin((index / 2000) * 14 * Math.PI)]
    return [15.6 + (0.55 + wave) * Math.cos(turn), 62.5 + (0.24 + wave / 2) * Math.sin(turn)]
  })
  const area = { type: 'Feature', properties: {}, geometry: { type: 'Polygon', coordinates: [[...shore.slice(0, 2000), shore[0]]] } }
  const text = JSON.stringify({ type: 'FeatureCollection', features: [area, named('Alby', [15.45, 62.5]), named('Fränsta', [15.85, 62.5])] })
  connectDatabase({ host: `${samsyn.dataDir}/run`, user: 'postgres', database: 'postgres', max: 1 })
  try {
    const [{ id }] = (await pool().query("select id from people_persons where email = 'ali@ange.example'")).rows
    const administrator = await mintActor(id, now.day)
    const loaded = administrator && (await loadMap(administrator, { text, source: 'Påhittad karta', side: '10000' }, now))
    if (!loaded?.granted) throw new Error(`Refused: ${JSON.stringify(loaded?.refusal)}`)
  } finally {
    await disconnectDatabase()
  }
}

/** A picture to choose by, as the demo's process leader uploads it. Answers with its address. */
export async function loadPicture(samsyn: Installation): Promise<string> {
  const now = momentOf(new Date())
  const [width, height] = [320, 240]
  const pixels = Uint8Array.from({ length: width * height * 4 }, (_, at) => (at % 4 === 3 ? 255 : (at >> 6) % 251))
  connectDatabase({ host: `${samsyn.dataDir}/run`, user: 'postgres', database: 'postgres', max: 1 })
  try {
    const [{ id: person }] = (await pool().query("select id from people_persons where email = 'pia@ange.example'")).rows
    const leader = await mintActor(person, now.day)
    const upload = { bytes: await Transformer.fromRgbaPixels(pixels, width, height).png(), name: 'torg.png', alt: 'Ett torg', why: 'För ett prov' }
    const taken = leader && (await takePicture(leader, upload, now))
    if (!taken?.granted) throw new Error(`Refused: ${JSON.stringify(taken?.refusal)}`)
    const picture = await readImage(taken.value.id)
    return picture?.address ?? ''
  } finally {
    await disconnectDatabase()
  }
}

/** Opens surveys beside the demo's own, as its process leader does it. Answers with the ids of their questions, by the survey and their keys. */
export async function askQuestions(samsyn: Installation, surveys: readonly Survey[]): Promise<Record<string, Record<string, string>>> {
  const now = momentOf(new Date())
  connectDatabase({ host: `${samsyn.dataDir}/run`, user: 'postgres', database: 'postgres', max: 1 })
  try {
    const { rows } = await pool().query("select process_id, step_id, group_id from participation_dialogues where slug = 'hur-gar-det-2026'")
    const [{ id }] = (await pool().query("select id from people_persons where email = 'pia@ange.example'")).rows
    const leader = await mintActor(id, now.day)
    if (!leader) throw new Error('The demo has no process leader.')
    const about = { processId: rows[0].process_id, stepId: rows[0].step_id, groupId: rows[0].group_id, legalBasis: 'x', information: 'x', informationEnglish: 'x' }
    const days = { opensOn: addDays(now.day, -1), closesOn: addDays(now.day, 7) }
    for (const { isDraft, ...survey } of surveys) {
      const made = await createDialogue(
        leader,
        { ...about, ...days, ...survey, questions: [...survey.questions], promise: 'x', promiseEnglish: 'x', contact: 'x', kind: 'survey' },
        now,
      )
      if (!made.granted) throw new Error(`Refused: ${JSON.stringify(made.refusal)}`)
      if (isDraft) continue
      const opened = await openDialogue(leader, { dialogueId: made.value.id }, now)
      if (!opened.granted) throw new Error(`Refused: ${JSON.stringify(opened.refusal)}`)
    }
    const asked = await pool().query('select d.slug, q.key, q.id from participation_questions q join participation_dialogues d on d.id = q.dialogue_id')
    return Object.fromEntries(surveys.map(({ slug }) => [slug, Object.fromEntries(asked.rows.filter((row) => row.slug === slug).map(({ key, id }) => [key, id]))]))
  } finally {
    await disconnectDatabase()
  }
}

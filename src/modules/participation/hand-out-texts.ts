import { createHash, createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { freezeDocument } from '#documents'
import { momentOf } from '#http/clock'
import { requiredText, slugField } from '#kernel/fields'
import { granted, refused } from '#kernel/result'
import { command } from '#trail'
import { mayHandOut } from './access.ts'
import { causeInWords } from './cause-words.ts'
import { handoutWords } from './handout-words.ts'
import { readSurvey } from './read-survey.ts'
import { byteOrderMark, delimitedRow, type SheetRow } from './rules/written-sheet.ts'
import * as store from './store.server.ts'
import { zipFiles } from './zip-files.ts'

const handoutForm = z.object({ slug: slugField, decision: requiredText(120), reason: requiredText(500) })

/**
 * Puts together what is given to whoever has asked for a dialogue's answers as public documents: every text as it may be shown, in no order; a log of what
 * was masked, why and by whom; and how many texts are held back, by reason. The counts and the hash of each file are frozen. Refuses `not-found`, also for
 * a draft.
 */
export const handOutTexts = command(mayHandOut, handoutForm, async ({ input: { slug, decision, reason }, actor, now, record }) => {
  const dialogue = await readSurvey(slug, now)
  if (!dialogue || dialogue.state === 'draft') return refused({ refused: 'not-found' as const })
  const texts = inNoOrder(await store.listReviewedTexts(dialogue.id))
  const shown = texts.filter(({ verdict }) => verdict === 'may-be-shown')
  const masked = shown.filter(({ isMasked }) => isMasked)
  const held = Map.groupBy(
    texts.filter(({ verdict }) => verdict !== 'may-be-shown'),
    (row) => (row.verdict === null ? handoutWords.waiting : causeInWords(row)),
  )
  const heldRows = [...held].map(([why, rows]): SheetRow => [why, rows.length]).sort()
  const files = [
    {
      name: `${slug}-texter.csv`,
      content: sheetOf([handoutWords.texts, ...shown.map(({ question, wording, text }): SheetRow => [question, wording, text])]),
    },
    {
      name: `${slug}-maskeringslogg.csv`,
      content: sheetOf([
        handoutWords.masked,
        ...masked.map((row): SheetRow => [row.question, row.text, causeInWords(row), row.reviewer, row.reviewedAt ? momentOf(new Date(row.reviewedAt)).day : null]),
      ]),
    },
    { name: `${slug}-undanhallna.csv`, content: sheetOf([handoutWords.held, ...heldRows]) },
  ]
  const number = (await store.listProtocols(dialogue.id)).filter(({ kind }) => kind === 'handout').length + 1
  const counts = { texts: texts.length, shown: shown.length, masked: masked.length, held: texts.length - shown.length }
  const content = {
    title: `Utlämning ${number}: ${dialogue.title}`,
    subtitle: now.day,
    blocks: [
      {
        facts: [
          ['Ärende', decision],
          ['Begäran', reason],
          ['Texter i allt', String(counts.texts)],
          ['Lämnas ut', String(counts.shown)],
          ['Därav maskerade', String(counts.masked)],
          ['Undanhålls', String(counts.held)],
        ] as const,
      },
      { table: { caption: 'Varför texter undanhålls', head: ['Skäl', 'Antal'], rows: heldRows.map((row) => row.map(String)) } },
      { table: { caption: 'Filerna', head: ['Fil', 'SHA-256'], rows: files.map((file) => [file.name, createHash('sha256').update(file.content).digest('hex')]) } },
    ],
    data: { dialogue: slug, decision, on: now.day, ...counts },
  }
  const document = await freezeDocument({ kind: 'handout-protocol', subject: { kind: 'dialogue', id: dialogue.id, version: number }, content, now })
  await store.putProtocol({ dialogueId: dialogue.id, kind: 'handout', number, decision, reason, documentId: document.id, madeBy: actor.person, madeAt: now.at })
  await record('answers-handed-out', { kind: 'document', id: document.id }, `${decision} (${document.sha256})`)
  const zipped = zipFiles(
    files.map(({ name, content: text }) => ({ name, content: [text] })),
    now.at,
  )
  return granted({ name: `${slug}-utlamning-${number}.zip`, type: 'application/zip', content: zipped, sha256: document.sha256 })
})

function sheetOf(rows: readonly SheetRow[]): string {
  return byteOrderMark + rows.map((row) => delimitedRow(row, 'people')).join('')
}

/** In the order of a hash with a key that is thrown away: nothing says who came first, or what was written together. */
function inNoOrder<Row extends { readonly id: string }>(rows: readonly Row[]): Row[] {
  const key = randomBytes(32)
  return rows
    .map((row) => ({ row, place: createHmac('sha256', key).update(row.id).digest('base64') }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ row }) => row)
}

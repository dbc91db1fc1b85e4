import { expect, test } from 'vitest'
import { pool, transaction } from '#db/database.server'
import { momentOf } from '#http/clock'
import { useDatabase } from '#test/database'
import { canonicalJson } from './canonical-json.ts'
import { freezeDocument } from './freeze-document.ts'
import { findDocument } from './read-document.ts'
import { verifyDocuments } from './verify-documents.ts'

useDatabase()
const query = async <Row>(sql: string, values?: unknown[]) => (await pool().query(sql, values)).rows as Row[]
const now = momentOf(new Date('2021-06-14T12:00:00Z'))
const wish = { kind: 'vision-proposal', subject: { kind: 'proposal', id: '1', version: 1 }, content: { title: 'Förslag', blocks: [{ text: 'En plats för alla' }] }, now }

test('canonical JSON sorts keys by UTF-16 code units and writes numbers as RFC 8785 does', () => {
  // The property sorting example of RFC 8785, 3.2.3.
  const sorted = canonicalJson({
    '\u20ac': 'Euro Sign',
    '\r': 'Carriage Return',
    '\ufb33': 'Hebrew Letter Dalet With Dagesh',
    '1': 'One',
    '\ud83d\ude00': 'Emoji: Grinning Face',
    '\u0080': 'Control',
    '\u00f6': 'Latin Small Letter O With Diaeresis',
  })
  expect([...sorted.matchAll(/"([^"]+)":/g)].map((match) => JSON.parse(`"${match[1]}"`))).toEqual(['\r', '1', '\u0080', '\u00f6', '\u20ac', '\ud83d\ude00', '\ufb33'])
  expect(canonicalJson({ numbers: [Number('333333333.33333329'), 1e30, 4.5, 2e-3, 0.000000000000000000000000001], literals: [null, true, false] })).toBe(
    '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27]}',
  )
})

test('canonical JSON refuses what JSON can’t hold', () => {
  for (const value of [Number.NaN, Number.POSITIVE_INFINITY, '\ud800', () => 1]) expect(() => canonicalJson(value)).toThrow('Canonical JSON')
})

test('a frozen document is found by its hash, and can’t be changed, deleted or frozen twice', async () => {
  const { sha256 } = await transaction(() => freezeDocument(wish))
  expect((await findDocument(sha256))?.content).toEqual(wish.content)
  await expect(query(`update documents_frozen set kind = 'x'`)).rejects.toThrow('append-only')
  await expect(query('delete from documents_frozen')).rejects.toThrow('append-only')
  await expect(query('truncate documents_frozen cascade')).rejects.toThrow('append-only')
  await expect(transaction(() => freezeDocument(wish))).rejects.toThrow()
})

test('the database itself refuses a hash that is not the content’s', async () => {
  await expect(
    query(`insert into documents_frozen (kind, subject_kind, subject_id, subject_version, canonical, sha256, frozen_at) values ('x','x','x',1,'{}','00',now())`),
  ).rejects.toThrow('documents_frozen_hash')
})

test('every document is verified by another path than the one that froze it', async () => {
  expect(await verifyDocuments()).toEqual({ verified: 1, broken: [] })
})

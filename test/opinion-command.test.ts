import { spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { fileOf, runSamsyn } from './run-samsyn.ts'

type Output = {
  readonly k: number
  readonly participants: readonly { readonly pid: number | string; readonly group: number | string | null; readonly x: number; readonly y: number }[]
  readonly groups: readonly { readonly group: number | string; readonly size: number; readonly stability: number | null }[]
  readonly statements: readonly (Record<string, number> & { readonly tid: number | string; readonly byGroup: Record<string, Record<string, number>> })[]
  readonly [key: string]: unknown
}
const mapOf = (...args: string[]): Output => {
  const { status, said, complained } = runSamsyn('opinion', ...args, '--json')
  expect([status, complained]).toEqual([0, ''])
  return JSON.parse(said)
}
// Two camps of six on four statements.
const rows = Array.from({ length: 12 }, (_, who) => [0, 1, 2, 3].map((what) => [who, what, who < 6 === what < 2 ? 1 : -1])).flat()
const plain = `pid,tid,vote\n${rows.map((row) => row.join(',')).join('\n')}\n`

test('two camps come out as two groups, with every key that is promised', () => {
  const map = mapOf(fileOf('votes.csv', plain), '--k', '2')
  expect(Object.keys(map)).toEqual(expect.arrayContaining(['k', 'participants', 'groups', 'components', 'statements', 'representative', 'consensus', 'slate', 'timing']))
  expect(map.participants).toHaveLength(12)
  expect(new Set(map.participants.slice(0, 6).map(({ group }) => group)).size).toBe(1)
  expect(map.groups.map(({ size, stability }) => [size, stability])).toEqual([
    [6, 1],
    [6, 1],
  ])
  for (const key of ['tid', 'agree', 'disagree', 'pass', 'seen', 'groupInformedConsensus', 'pairwiseDisagreement', 'pMean', 'extremity', 'priority', 'byGroup'])
    expect(map.statements[0]).toHaveProperty(key)
})

test('the same votes are read however the file is written', () => {
  const expected = mapOf(fileOf('votes.csv', plain), '--k', '2')
  const shape = ({ participants, statements }: Output) => [participants, statements]
  const wide = `participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2,3\n${Array.from({ length: 12 }, (_, who) => [who, '', 0, 4, 2, 2, ...rows.filter(([pid]) => pid === who).map(([, , vote]) => vote)].join(',')).join('\n')}\n`
  const exported = `timestamp,datetime,comment-id,voter-id,vote\n${rows.map(([who, what, vote], at) => `${at},"Mon, ""Nov"" 23",${what},${who},${vote}`).join('\n')}\n`
  for (const written of [
    `\ufeff${plain}`,
    plain.replaceAll('\n', '\r\n'),
    plain.replaceAll(',', ';'),
    plain.replaceAll(',', '\t'),
    plain.replaceAll(/^(\d+),/gm, '"$1",'),
    plain.trimEnd(),
    plain.replaceAll('\n', '\n\n'),
    wide,
    exported,
  ])
    expect(shape(mapOf(fileOf('votes.csv', written), '--k', '2'))).toEqual(shape(expected))
})

test('the packed form gives the same map, and a cut one is refused', () => {
  const votes = fileOf('votes.csv', plain)
  const packed = `${votes}.bin`
  expect(runSamsyn('opinion', '--pack', votes, '--out', packed).status).toBe(0)
  const [one, other] = [mapOf(votes, '--k', '2'), mapOf(packed, '--k', '2')]
  expect({ ...other, timing: 0 }).toEqual({ ...one, timing: 0 })
  const cut = fileOf('cut.bin', readFileSync(packed).subarray(0, 60))
  expect(runSamsyn('opinion', cut)).toMatchObject({ status: 2, complained: 'cut.bin är inte en hel packad fil.\n' })
})

test('the last vote counts, by time where there is one', () => {
  const seen = (content: string) => mapOf(fileOf('votes.csv', content)).statements[0]
  expect(seen('pid,tid,vote\na,1,1\na,1,-1\n')).toMatchObject({ agree: 0, disagree: 1, seen: 1 })
  expect(seen('pid,tid,vote,ts\na,1,1,200\na,1,-1,100\n')).toMatchObject({ agree: 1, disagree: 0, seen: 1 })
})

test('given groups are kept, and whoever is not in one has none', () => {
  const map = mapOf(fileOf('votes.csv', plain), '--groups', fileOf('groups.csv', 'pid,gid\n0,Norr\n1,Norr\n2,Söder\n'))
  expect(map.groups.map(({ group, size }) => [group, size])).toEqual([
    ['Norr', 2],
    ['Söder', 1],
  ])
  expect(map.participants[3]?.group).toBeNull()
  expect(map.statements[0]?.byGroup.Norr).toMatchObject({ agree: 2, seen: 2 })
})

test('statements that are moderated out are on no list', () => {
  const [votes, statements] = [fileOf('votes.csv', plain), fileOf('statements.csv', 'comment-id,moderated,comment-body\n0,-1,"Ett, två"\n1,1,Tre\n')]
  const map = mapOf(votes, '--statements', statements, '--k', '2')
  expect(JSON.stringify([map.representative, map.consensus, map.slate])).not.toMatch(/\b0\b(?=[,\]])(?<=\[0|,0)/)
  expect(runSamsyn('opinion', votes, '--statements', statements, '--k', '2').said).toContain('”Tre”')
})

test('nobody agrees or all do: no distinct groups, said in words', () => {
  const alike = fileOf('votes.csv', `pid,tid,vote\n${[0, 1, 2, 3].map((who) => `${who},1,1`).join('\n')}\n`)
  expect(runSamsyn('opinion', alike)).toMatchObject({ status: 0, said: expect.stringContaining('Inga tydliga grupper') })
  expect(mapOf(fileOf('votes.csv', 'pid,tid,vote\n1,1,1\n'))).toMatchObject({ k: 1, participants: [{ pid: 1, group: 0, x: 0, y: 0 }] })
})

describe('what can’t be used is refused in a sentence with file, line and column, and no stack', () => {
  const refused: [string, string | Uint8Array, string][] = [
    ['an empty file', '', 'votes.csv är tom.'],
    ['nothing but a heading', 'pid,tid,vote\n', 'votes.csv har inga röster.'],
    ['other columns', 'namn;ålder\nx;3\n', 'votes.csv, rad 1: kolumnen pid och tid och vote saknas. Filen har kolumnerna namn, ålder.'],
    ['a vote that is none', 'pid,tid,vote\n1,1,1\n1,2,2\n', 'votes.csv, rad 3, kolumn 3 (vote): ”2” är ingen röst.'],
    ['a vote that is no number', 'pid,tid,vote\n1,1,NaN\n', 'votes.csv, rad 2, kolumn 3 (vote): ”NaN” är ingen röst.'],
    ['a vote that is not there', 'pid,tid,vote\n1,1,\n', 'votes.csv, rad 2, kolumn 3 (vote): rösten saknas.'],
    ['an id that is not there', 'pid,tid,vote\n,1,1\n', 'votes.csv, rad 2, kolumn 1: id saknas.'],
    ['too few columns', 'pid,tid,vote\n1,1,1\n1,1\n', 'votes.csv, rad 3: raden har 2 kolumner, men rubrikraden har 3.'],
    ['a quote that never ends', 'pid,tid,vote\n"1,1,1\n', 'votes.csv, rad 2: ett citattecken öppnas och stängs aldrig.'],
    ['a time that is none', 'pid,tid,vote,ts\n1,1,1,igår\n', 'votes.csv, rad 2, kolumn 4 (ts): ”igår” är ingen tid.'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 255, 254]), 'votes.csv, rad 1: filen är inte text i UTF-8.'],
  ]
  test.each(refused)('%s', (_, content, sentence) => {
    const { status, said, complained } = runSamsyn('opinion', fileOf('votes.csv', content))
    expect([status, said]).toEqual([2, ''])
    expect(complained).toContain(sentence)
    expect(complained).not.toMatch(/\n\s+at /)
    expect(complained.trim().split('\n')).toHaveLength(1)
  })
  test('a file that is not there, a folder, and wishes that can’t be met', () => {
    const votes = fileOf('votes.csv', plain)
    for (const [args, sentence] of [
      [['/finns/inte.csv'], '/finns/inte.csv finns inte.'],
      [[dirname(votes)], 'är en mapp'],
      [[votes, '--k', '0'], '--k är ett heltal, minst 1, inte ”0”.'],
      [[votes, '--mode', 'annat'], '--mode är samsyn eller polis'],
      [[votes, '--groups', fileOf('groups.csv', 'pid,gid\n99,A\n')], 'groups.csv: deltagaren 99 finns inte bland rösterna.'],
      [[votes, '--fel'], '--fel'],
    ] as [string[], string][]) {
      const { status, complained } = runSamsyn('opinion', ...args)
      expect(complained).toContain(sentence)
      expect([status, complained.includes('\n    at ')]).toEqual([2, false])
    }
  })
  test('a field of five megabytes is an id like another, and a row of over 64 MB is refused', () => {
    expect(mapOf(fileOf('votes.csv', `pid,tid,vote\n${'x'.repeat(5 << 20)},1,1\n`), '--summary').k).toBe(1)
    expect(runSamsyn('opinion', fileOf('votes.csv', `pid,tid,vote\n${'x'.repeat(65 << 20)}`)).complained).toContain('votes.csv, rad 2: raden är längre än 64 MB.')
  })
})

test('Ctrl-C leaves no half file', async () => {
  const many = `pid,tid,vote\n${Array.from({ length: 400_000 }, (_, at) => `${at >> 2},${at % 400},1`).join('\n')}\n`
  const votes = fileOf('votes.csv', many)
  const child = spawn(process.execPath, [resolve(import.meta.dirname, '../build/command/samsyn.js'), 'opinion', votes, '--json', '--out', `${votes}.json`])
  await new Promise((done) => setTimeout(done, 250))
  child.kill('SIGINT')
  await new Promise((done) => child.once('exit', done))
  expect([existsSync(`${votes}.json`), readdirSync(dirname(votes))]).toEqual([false, ['votes.csv']])
})

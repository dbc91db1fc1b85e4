import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { momentOf } from '#http/clock'
import { type Actor, type Permission, type Role, roles } from '#kernel/actor'
import { day } from '#kernel/day'
import { mintActor, storeCast } from '#people'
import { useDatabase } from '#test/database'
import { line } from './line.mjs'

useDatabase()

// What each role may do, as people were promised: the only place besides access.ts where it is written.
const promised: Record<string, readonly Role[]> = {
  'create-group': ['process-leader'],
  'raise-threshold': ['process-leader'],
  'add-population': ['process-leader', 'analyst'],
  'create-dialogue': ['process-leader'],
  'revise-dialogue': ['process-leader'],
  'add-question': ['process-leader'],
  'edit-question': ['process-leader'],
  'move-question': ['process-leader'],
  'copy-question': ['process-leader'],
  'remove-picture': ['process-leader'],
  'remove-question': ['process-leader'],
  'set-condition': ['process-leader'],
  'copy-dialogue': ['process-leader'],
  'share-preview': ['process-leader'],
  'revoke-preview': ['process-leader'],
  'correct-question': ['process-leader'],
  'extend-dialogue': ['process-leader'],
  'open-dialogue': ['process-leader'],
  'close-dialogue': ['process-leader'],
  'enter-note': ['analyst', 'process-leader'],
  'enter-paper': ['analyst', 'process-leader'],
  'draw-sample': ['process-leader'],
  'make-codes': ['process-leader'],
  'review-statements': ['analyst', 'process-leader'],
  'translate-statement': ['analyst', 'process-leader'],
  'open-original': ['process-leader'],
  'add-opinion-statement': ['process-leader'],
  'withdraw-opinion-statement': ['process-leader'],
  'accept-proposal': ['analyst', 'process-leader'],
  'reject-proposal': ['analyst', 'process-leader'],
  'export-answers': ['analyst', 'process-leader'],
  'take-in-answers': ['process-leader'],
  'hand-out-texts': ['process-leader'],
  'thin-answers': ['process-leader'],
  'create-organ': ['administrator'],
  'invite-person': ['administrator'],
  'assign-role': ['administrator'],
  'end-assignment': ['administrator'],
  'retry-mail': ['administrator'],
  'take-file': ['administrator'],
  'take-picture': ['process-leader'],
  'remove-file': ['administrator'],
  'set-logo': ['administrator'],
  'remove-logo': ['administrator'],
  'change-settings': ['administrator'],
  'state-accessibility': ['administrator'],
  'rename-organ': ['administrator'],
  'end-organ': ['administrator'],
  'change-term': ['administrator'],
  'add-places': ['administrator'],
  'load-map': ['administrator'],
  'move-place': ['administrator'],
  'end-place': ['administrator'],
  'change-retention': ['administrator'],
  'raise-floor': ['administrator'],
  'switch-languages': ['administrator'],
  'write-translation': ['analyst', 'process-leader'],
  'create-process': ['process-leader'],
  'insert-step': ['process-leader'],
  'move-step': ['process-leader'],
  'close-step': ['process-leader'],
  'release-step': ['process-leader'],
  'create-theme': ['analyst', 'process-leader'],
  'edit-theme': ['analyst', 'process-leader'],
  'code-statement': ['analyst', 'process-leader'],
  'withdraw-coding': ['analyst', 'process-leader'],
  'set-aside-statement': ['analyst', 'process-leader'],
  'draw-round': ['analyst', 'process-leader'],
  'withdraw-set-aside': ['analyst', 'process-leader'],
  'undo-act': ['analyst', 'process-leader'],
  'put-in-basket': ['analyst', 'process-leader'],
  'take-out-of-basket': ['analyst', 'process-leader'],
  'write-memo': ['analyst', 'process-leader'],
  'export-codings': ['analyst', 'process-leader'],
  'freeze-matrix': ['analyst', 'process-leader'],
  'freeze-opinion-map': ['analyst', 'process-leader'],
  'write-outside-source': ['analyst', 'process-leader'],
  'write-finding': ['analyst', 'process-leader'],
  'review-finding': ['analyst', 'process-leader'],
  'publish-finding': ['analyst', 'process-leader'],
  'freeze-method': ['analyst', 'process-leader'],
  'open-matter': ['secretary'],
  'plan-route': ['secretary'],
  'record-point': ['secretary'],
  'record-adjustment': ['secretary'],
  'record-notice': ['secretary'],
  'register-appeal': ['secretary'],
  'end-appeal': ['secretary'],
  'create-proposal': ['process-leader'],
  'write-phrases': ['process-leader'],
  'root-phrase': ['analyst', 'process-leader'],
  'unroot-phrase': ['analyst', 'process-leader'],
  'quote-statement': ['analyst', 'process-leader'],
  'submit-proposal': ['process-leader'],
  'adopt-vision': ['process-leader', 'secretary'],
  'create-focus-area': ['process-leader'],
  'adopt-focus-areas': ['process-leader', 'secretary'],
  'create-indicator': ['controller'],
  'define-indicator': ['controller'],
  'record-measurement': ['controller', 'responsible'],
  'freeze-baseline': ['controller'],
  'create-plan': ['controller'],
  'add-goal': ['controller'],
  'set-target': ['controller'],
  'add-activity': ['controller', 'responsible'],
  'submit-plan': ['controller'],
  'adopt-plan': ['controller', 'secretary'],
  'open-round': ['controller'],
  'judge-goal': ['controller', 'responsible'],
  'set-activity-status': ['controller', 'responsible'],
  'lock-round': ['controller'],
  'reopen-round': ['controller'],
}

type Command = {
  readonly name: string
  readonly permission: Permission
  readonly run: (actor: Actor, input: unknown, now: unknown) => Promise<{ granted: boolean; refusal?: { refused: string } }>
}

const commands: Command[] = []
const now = momentOf(new Date('2026-11-23T12:00:00Z'))

for (const folder of ['foundation/people', 'foundation/files', 'foundation/translations', ...line.map((module) => `modules/${module}`)]) {
  const files = new Set(readdirSync(resolve('src', folder)))
  if (!files.has('access.ts')) continue
  for (const permission of Object.values((await import(resolve('src', folder, 'access.ts'))) as Record<string, Permission>)) {
    // Permissions to read have no use case of their own: pages ask them.
    if (permission.command.startsWith('read-') || !files.has(`${permission.command}.ts`)) continue
    const room = (await import(resolve('src', folder, `${permission.command}.ts`))) as Record<string, Command['run']>
    const run = room[permission.command.replaceAll(/-(\w)/g, (_, letter: string) => letter.toUpperCase())]
    if (run) commands.push({ name: permission.command, permission, run })
  }
}

describe('every command and every role', () => {
  const actors = {} as Record<Role, Actor>
  beforeAll(async () => {
    const from = day('2020-01-01')
    const { personIds } = await storeCast({
      municipality: 'Prov',
      organs: [{ key: 'ks', name: 'KS', kind: 'executive-board', validFrom: from }],
      people: roles.map((role) => ({ name: role, email: `${role}@prov.example`, organ: 'ks', role })),
      from,
    })
    for (const role of roles) {
      const actor = await mintActor(personIds[`${role}@prov.example`] ?? '', now.day)
      if (actor) actors[role] = actor
    }
  })

  test('there are many commands, and each is promised to somebody, with nothing promised that isn’t there', () => {
    expect(commands.length).toBeGreaterThan(45)
    for (const { name, permission } of commands) expect([...permission.roles].sort(), name).toEqual([...(promised[name] ?? [])].sort())
    expect(Object.keys(promised).filter((name) => !commands.some((command) => command.name === name))).toEqual([])
  })

  test.each(roles)('%s is refused exactly what the role may not, and a refusal leaves no row', async (role) => {
    const before = await rowsOf()
    for (const { name, permission, run } of commands) {
      // Nothing valid is sent: whoever may is told what is wrong with it; whoever may not never gets so far.
      const result = await run(actors[role], {}, now).catch(() => ({ granted: false, refusal: { refused: 'fault' } }))
      expect(result.granted, name).toBe(false)
      expect(result.refusal?.refused === 'forbidden', `${role} ${name}`).toBe(!permission.roles.includes(role))
    }
    expect(await rowsOf()).toEqual(before)
  })

  test('the auditor may change nothing', () => {
    expect(commands.filter(({ permission }) => permission.roles.includes('auditor')).map(({ name }) => name)).toEqual([])
  })
})

async function rowsOf(): Promise<Record<string, number>> {
  const { rows } = await pool().query<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public' order by 1")
  const counted: Record<string, number> = {}
  for (const { name } of rows) counted[name] = Number((await pool().query(`select count(*) from ${name}`)).rows[0].count)
  return counted
}

import { execFileSync, spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'

const scan = resolve('scripts/scan.mjs')
const clean = { version: '1.0.0', license: 'MIT', integrity: 'sha512-abc', resolved: 'https://registry.example/a.tgz' }

/** Scans a small house of its own, in which something is planted. */
function scanPlanted({ packages = {}, wished = {}, files = {} }: { packages?: object; wished?: object; files?: Record<string, string> }): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'samsyn-scan-'))
  try {
    writeFileSync(join(folder, 'package.json'), JSON.stringify({ dependencies: wished }))
    writeFileSync(join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages: { '': {}, 'node_modules/a': clean, ...packages } }))
    mkdirSync(join(folder, 'deep'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
    for (const words of [
      ['init', '-q'],
      ['add', '-A'],
    ])
      execFileSync('git', words, { cwd: folder })
    const { stdout, status } = spawnSync(process.execPath, [scan, folder], { encoding: 'utf8' })
    const lines = stdout.trim().split('\n')
    const faults = lines.filter((line) => line.startsWith('✗')).map((line) => line.slice(2))
    expect(status).toBe(faults.length === 0 ? 0 : 1)
    expect(lines.at(-1)).toMatch(new RegExp(`^\\d passed, ${faults.length} failed$`))
    return faults
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

test('a house with nothing planted is clean', () => {
  expect(scanPlanted({ packages: { 'node_modules/b': { ...clean, license: '(GPL-3.0 OR MIT)' }, 'node_modules/c': { ...clean, license: 'MPL-2.0', dev: true } } })).toEqual([])
})

test('a foreign licence, a package without checksum, one that runs code when it is installed, one from elsewhere, and a loose version are named', () => {
  const packages = {
    'node_modules/copyleft': { ...clean, license: 'AGPL-3.0' },
    'node_modules/both': { ...clean, license: 'MIT AND GPL-3.0' },
    'node_modules/silent': { ...clean, license: undefined },
    'node_modules/tool': { ...clean, license: 'MPL-2.0' },
    'node_modules/a/node_modules/unchecked': { ...clean, integrity: undefined },
    'node_modules/runs': { ...clean, hasInstallScript: true },
    'node_modules/elsewhere': { ...clean, resolved: 'git+ssh://git@elsewhere.example/it.git' },
  }
  expect(scanPlanted({ packages, wished: { loose: '^1.0.0', latest: 'latest', fixed: '1.0.0' } })).toEqual([
    'copyleft 1.0.0 has the licence AGPL-3.0',
    'both 1.0.0 has the licence MIT AND GPL-3.0',
    'silent 1.0.0 has the licence nobody knows',
    'tool 1.0.0 has the licence MPL-2.0',
    'unchecked 1.0.0 is in the lock without a checksum',
    'runs 1.0.0 runs code of its own when it is installed',
    'elsewhere 1.0.0 comes from git+ssh://git@elsewhere.example/it.git',
    'package.json: loose is not pinned: ^1.0.0',
    'package.json: latest is not pinned: latest',
  ])
})

test('secrets are found where they lie, and never repeated', () => {
  const files = {
    'a.pem': '-----BEGIN RSA PRIVATE KEY-----',
    'b.ts': `one\nconst key = '${'AKIA'}${'B'.repeat(16)}'`,
    'c.md': `ghp_${'a1'.repeat(18)}`,
    'deep/d.env': 'DATABASE_URL=postgres://samsyn:hemligt99@db.example/samsyn',
    'e.json': `{ "clientSecret": "x", "secret": "${'q7'.repeat(16)}" }`,
    'f.txt': `eyJ${'a'.repeat(30)}.eyJ${'b'.repeat(30)}.${'c'.repeat(30)}`,
    'g.md': 'postgres://… and https://example.se/a:b and smtp://localhost',
  }
  const faults = scanPlanted({ files })
  expect(faults).toEqual([
    'a.pem:1 holds a private key',
    'b.ts:2 holds an access key',
    'c.md:1 holds a token',
    'deep/d.env:1 holds a password in an address',
    'e.json:1 holds a written secret',
    'f.txt:1 holds a signed token',
  ])
  for (const text of Object.values(files)) expect(faults.join('\n')).not.toContain(text)
})

test('our own house has something to scan', () => {
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8'))
  expect(Object.keys(packages).length).toBeGreaterThan(200)
})

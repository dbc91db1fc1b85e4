// Draws the first migration anew from all tables.ts, while nothing is released yet. The hand-written ones (0010 and on:
// triggers, constraints that drizzle can't say) are left alone. Made beside and moved, so that nobody sees it half done.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'

process.chdir(fileURLToPath(new URL('..', import.meta.url)))
const first = '0000_the_first_tables.sql'
const beside = '.cache/first-migration'

mkdirSync('.cache', { recursive: true })
const lock = new DatabaseSync('.cache/regenerate.lock')
lock.exec('pragma busy_timeout = 120000; begin exclusive')
try {
  rmSync(beside, { recursive: true, force: true })
  writeFileSync('.cache/drizzle.config.ts', `import all from '../drizzle.config.ts'\nexport default { ...all, out: './${beside}' }\n`)
  execFileSync('node_modules/.bin/drizzle-kit', ['generate', '--config=.cache/drizzle.config.ts', '--name=the_first_tables'], { stdio: ['ignore', 'ignore', 'inherit'] })
  const changed = !existsSync(`migrations/${first}`) || readFileSync(`${beside}/${first}`, 'utf8') !== readFileSync(`migrations/${first}`, 'utf8')
  if (changed) {
    cpSync(`${beside}/meta`, 'migrations/meta', { recursive: true })
    renameSync(`${beside}/${first}`, `migrations/${first}`)
  }
  console.log(changed ? `migrations/${first} is drawn anew.` : `migrations/${first} was already right.`)
} finally {
  lock.close()
}

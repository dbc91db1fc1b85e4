// The server process, on the project's own Node.
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { root, say, stop } from './prepare.mjs'

const help = `npm start -- [--port 3000] [--host 127.0.0.1] [--data ./data] [--empty]

  --empty   börja med en tom kommun i stället för demon
  --data    mappen där databasen ligger
DATABASE_URL=postgres://…  använder PostgreSQL i stället för den inbyggda databasen`

const wishes = readWishes()
const { startServer } = await import(join(root, 'build/server/index.js'))
const running = await startServer({ ...wishes, databaseUrl: process.env.DATABASE_URL || undefined, progress: say }).catch(explain)

console.log(`\nSamsyn finns på ${running.address}\n`)
if (running.isDemo && running.demoDoors)
  console.log(`  Demon Ånge, exempel. Logga in i en roll: ${running.address}/demo/logga-in\n  Brev som demon skickar: ${running.address}/demo/utkorg`)
else if (running.firstAdministratorLink) console.log(`  Öppna länken och bli den första administratören. Den gäller ett dygn:\n  ${running.firstAdministratorLink}`)
else console.log(`  Logga in: ${running.address}/logga-in`)
console.log('\nAvsluta med Ctrl-C.')

let stopping = false
async function end() {
  if (stopping) return
  stopping = true
  // What is in flight is finished; if that takes longer than this, something hangs and nothing more is waited for.
  setTimeout(() => process.exit(1), 20_000).unref()
  await running.stop()
  process.exit(0)
}
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, end)

// npm ends on a signal without telling its children. When whoever started this is gone, so is the reason to go on.
const parent = process.ppid
setInterval(() => {
  if (process.ppid !== parent || !isAlive(Number(process.env.SAMSYN_PARENT)) || !isAlive(Number(process.env.SAMSYN_GRANDPARENT))) end()
}, 500).unref()

function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (fault) {
    return fault.code === 'EPERM'
  }
}

function readWishes() {
  try {
    const { values } = parseArgs({
      args: process.argv.slice(2),
      options: {
        port: { type: 'string', default: '3000' },
        host: { type: 'string', default: '127.0.0.1' },
        data: { type: 'string', default: 'data' },
        empty: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
    if (values.help) {
      console.log(help)
      process.exit(0)
    }
    const port = Number(values.port)
    if (!Number.isInteger(port) || port < 0 || port > 65535) stop(`Porten ${values.port} finns inte. Välj ett tal mellan 0 och 65535.`)
    if (!existsSync(join(root, 'build/server/index.js'))) stop('Sidorna är inte byggda. Kör npm start.')
    return { host: values.host, port, dataDir: resolve(values.data), start: values.empty ? 'empty' : 'demo' }
  } catch {
    return stop(help)
  }
}

function explain(fault) {
  if (fault?.name === 'EmbeddedInUse')
    stop(`Samsyn är redan igång på de här uppgifterna${fault.address ? `: ${fault.address}` : ''}. Avsluta den först, eller välj en annan mapp med --data.`)
  if (fault?.code === 'EADDRINUSE') stop(`Någon annan använder porten ${wishes.port}. Välj en annan med --port.`)
  if (fault?.code === 'ECONNREFUSED') stop('Databasen svarar inte. Kontrollera DATABASE_URL.')
  stop(`Samsyn kunde inte starta. ${fault?.stack ?? fault}`)
}

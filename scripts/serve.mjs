// The server itself, on Node 24: reads the wishes, starts the built server, says where it is, and stops it in good order.
import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { parentIsGone } from './parent.mjs'

// React and the router are many times slower otherwise.
process.env.NODE_ENV = 'production'
const project = fileURLToPath(new URL('..', import.meta.url))
// A sleeping client is let go long before, and what is left to save takes a moment, or some on a slow machine: longer than this it has got stuck.
const patienceMs = 60_000
// Whoever reads us may be gone before we are done (npm ends at once): that must not end us in the middle.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => {})

const help = `npm start -- [--empty] [--port 3000] [--host 127.0.0.1] [--data ./data]

  --empty   en ny kommun i stället för demon (när databasen är tom)
  --port    porten att svara på
  --host    adressen att svara på
  --data    mappen där allt sparas
  DATABASE_URL=postgres://… npm start   använder PostgreSQL i stället för den inbyggda databasen`

const wishes = readWishes()
let running
let isStopping = false

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, stop)
process.on('message', (message) => message === 'stop' && stop())
process.on('disconnect', stop)
setInterval(() => parentIsGone() && stop(), 250).unref()

try {
  const { startServer } = await import('../build/server/server.js')
  running = await startServer({ ...wishes, progress: (sentence) => console.log(sentence) })
  console.log(welcome())
  process.send?.({ ready: running })
} catch (fault) {
  console.error(sentenceFor(fault))
  process.exit(1)
}

function readWishes() {
  try {
    const { values } = parseArgs({
      options: { empty: { type: 'boolean' }, port: { type: 'string' }, host: { type: 'string' }, data: { type: 'string' }, help: { type: 'boolean' } },
    })
    if (values.help) {
      console.log(help)
      process.exit(0)
    }
    const port = values.port ?? '3000'
    if (!/^\d{1,5}$/.test(port) || Number(port) > 65535) throw new Error(`--port ska vara ett tal mellan 0 och 65535, inte ”${port}”.`)
    return {
      host: values.host ?? '127.0.0.1',
      port: Number(port),
      dataDir: resolve(project, values.data ?? 'data'),
      databaseUrl: process.env.DATABASE_URL || undefined,
      start: values.empty ? 'empty' : 'demo',
    }
  } catch (fault) {
    console.error(fault.code?.startsWith('ERR_PARSE_ARGS') ? `Så kan Samsyn inte startas: ${fault.message}\n\n${help}` : fault.message)
    process.exit(1)
  }
}

function stop() {
  if (isStopping) return
  isStopping = true
  console.log('Avslutar. Det som pågår görs klart.')
  // Before everything is open there is nothing in flight, and what is half made is undone by the database itself.
  if (!running) process.exit(0)
  finish()
}

async function finish() {
  setTimeout(() => process.exit(1), patienceMs).unref()
  await running.stop()
  console.log('Avslutat. Allt är sparat.')
  process.exit(0)
}

function welcome() {
  const { address, isDemo, demoDoors, firstAdministratorLink } = running
  const lines = ['', 'Samsyn är i gång.', '', `  Invånarnas sidor   ${address}/`, `  Arbetsrummet       ${address}/arbete`, '']
  if (demoDoors) lines.push(`Så loggar du in: öppna ${address}/demo/logga-in och välj vem du vill vara.`, `Brev som programmet skickar hamnar på ${address}/demo/utkorg.`)
  else if (isDemo) lines.push('Demons inloggning finns bara på den här datorn (127.0.0.1).')
  else if (firstAdministratorLink) lines.push('Så blir du den första administratören: öppna länken. Den gäller en gång.', `  ${firstAdministratorLink}`)
  else lines.push(`Så loggar du in: skriv din e-postadress på ${address}/logga-in, så kommer en länk.`)
  lines.push(`Allt sparas i ${wishes.databaseUrl ? 'databasen i DATABASE_URL' : wishes.dataDir}. Avsluta med Ctrl-C.`, '')
  return lines.join('\n')
}

function sentenceFor(fault) {
  const data = wishes.dataDir
  if (fault.name === 'EmbeddedInUse')
    return fault.address
      ? `Mappen ${data} används redan av Samsyn på ${fault.address}. Öppna den adressen, eller avsluta det programmet först.`
      : `Mappen ${data} används redan av ett annat Samsyn, som just startar eller avslutas. Försök igen om en stund.`
  if (fault.name === 'MigrationRefused') return `Databasen stämmer inte med programmet. ${fault.message}`
  if (fault.code === 'EADDRINUSE') return `Porten ${wishes.port} är upptagen. Välj en annan, till exempel: npm start -- --port ${wishes.port + 1}`
  if (fault.code === 'EADDRNOTAVAIL' || fault.code === 'ENOTFOUND') return `Datorn har ingen adress som heter ${wishes.host}. Välj en annan med --host.`
  if (fault.code === 'EACCES') return `Samsyn får inte skriva i ${data} eller inte använda porten ${wishes.port}. ${fault.message}`
  if (wishes.databaseUrl && ['ECONNREFUSED', 'ENOENT', '28P01', '28000', '3D000'].includes(fault.code)) return `Databasen i DATABASE_URL går inte att öppna: ${fault.message}`
  return fault.stack ?? String(fault)
}

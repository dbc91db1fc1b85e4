import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import routes from '../src/routes.ts'

const folder = 'docs/handledning'
const files = ['README.md', 'README.sv.md', 'SECURITY.md', ...readdirSync(folder).map((name) => `${folder}/${name}`)]
const read = (file: string) => readFileSync(file, 'utf8')
const sourcesOf = (...roots: string[]) =>
  roots
    .flatMap((root) => readdirSync(root, { recursive: true }).map((name) => `${root}/${name}`))
    .filter((name) => /\.(?:tsx?|mjs|service)$/.test(name) && !/\.test\./.test(name))
    .map(read)
const [programs, sources] = [sourcesOf('src'), sourcesOf('src', 'scripts', 'deploy')]
const packaged = JSON.parse(read('package.json')) as { scripts: Record<string, string> }

const patterns = ['/halsa', '/redo', ...routes.flatMap(({ path }) => (path && path !== '*' ? [`/${path}`] : []))]

/** Addresses of ours in a text, in code quotes: what begins as a route does, or stands alone as an address. */
const addressesIn = (text: string) => [...text.matchAll(/`(\/[^`\s]*)`/g)].map(([, address = '']) => address).filter((address) => !/^\/(?:opt|etc|var|usr)\//.test(address))
const isRoute = (address: string) =>
  patterns.some((path) => {
    const [wanted, given] = [path.split('/'), address.split('?')[0]?.split('/') ?? []]
    return wanted.length === given.length && wanted.every((part, at) => (part.startsWith(':') ? given[at] !== '' : part === given[at]))
  })
const scriptsIn = (text: string) => [...text.matchAll(/npm run (?:--silent )?([\w:]+)/g)].map(([, name = '']) => name)
const commandsIn = (text: string) => [...text.matchAll(/samsyn -- ([a-z]+(?: (?:answers|kolada)\b)?)|`samsyn ([a-z]+)`/g)].map(([, long, short]) => long ?? short ?? '')
const optionsIn = (text: string) => [...text.matchAll(/(?:samsyn|npm start) -- [^\n`#]*/g)].flatMap(([line]) => [...line.matchAll(/ --([a-z]+)/g)].map(([, name = '']) => name))
const variablesIn = (text: string) => [...text.matchAll(/\b(?:SAMSYN|SMTP|DATABASE|OTEL)_[A-Z_]+\b/g)].map(([name]) => name)
const filesIn = (text: string) =>
  [...text.matchAll(/\]\(([^)#]+)\)|`((?:deploy|scripts|test|docs)\/[\w./-]+)`|node (scripts\/[\w.-]+)/g)].map((found) => found.slice(1).find(Boolean) ?? '')

const isScript = (name: string) => name in packaged.scripts
const isVariable = (name: string) => sources.some((source) => new RegExp(`(?:env\\.|env\\[')${name}\\b|\\{[^{}]*\\b${name}: [^{}]*\\} = env\\b`).test(source))
const command = read('src/command/samsyn.ts')
const isCommand = (name: string) => name === 'help' || command.includes(`  samsyn ${name} `)
const isOption = (name: string) => command.includes(`--${name}`) || read('scripts/serve.mjs').includes(`--${name}`)

test.each(files)('every address, command, setting and file that %s names is there', (file) => {
  const text = read(file)
  const base = file.includes('/') ? `${folder}/` : ''
  expect(addressesIn(text).filter((address) => !isRoute(address))).toEqual([])
  expect(scriptsIn(text).filter((name) => !isScript(name))).toEqual([])
  expect(commandsIn(text).filter((name) => !isCommand(name))).toEqual([])
  expect(optionsIn(text).filter((name) => !isOption(name))).toEqual([])
  expect(variablesIn(text).filter((name) => !isVariable(name))).toEqual([])
  expect(filesIn(text).filter((name) => !isThere(name) && !isThere(base + name))).toEqual([])
})

test('what isn’t there is found', () => {
  const planted =
    'Gå till `/arbete/finns-inte` och `/mal`, kör `samsyn gissa`, npm run gissa, npm run --silent samsyn -- backup x --gissa med SAMSYN_GISSA. Se [den](docs/gissa.md).'
  expect(addressesIn(planted).filter((address) => !isRoute(address))).toEqual(['/arbete/finns-inte', '/mal'])
  expect(commandsIn(planted).filter((name) => !isCommand(name))).toEqual(['gissa'])
  expect(scriptsIn(planted).filter((name) => !isScript(name))).toEqual(['gissa'])
  expect(optionsIn(planted).filter((name) => !isOption(name))).toEqual(['gissa'])
  expect(variablesIn(planted).filter((name) => !isVariable(name))).toEqual(['SAMSYN_GISSA'])
  expect(filesIn(planted).filter((name) => !isThere(name))).toEqual(['docs/gissa.md'])
})

test('every setting that the program reads stands in the guide to operations', () => {
  const guide = read(`${folder}/drift.md`)
  // The clock is set by tests alone.
  const settings = [...new Set(programs.flatMap((source) => source.match(/\bSAMSYN_[A-Z_]+\b/g) ?? []))].filter((name) => name !== 'SAMSYN_NOW')
  expect(settings.length).toBeGreaterThan(10)
  expect(settings.filter((name) => !guide.includes(`\`${name}\``) && !guide.includes(`\`${name}=`))).toEqual([])
})

test('there is something to check in each guide', () => {
  for (const file of files.filter((name) => name.startsWith(folder))) expect(addressesIn(read(file)).length, file).toBeGreaterThan(4)
})

test('the two READMEs name the same commands, settings, addresses and rooms', () => {
  const [english, swedish] = [read('README.md'), read('README.sv.md')]
  const rooms = (text: string) => [...text.matchAll(/^\| (`.*?) \|/gm)].map(([, room]) => room)
  for (const named of [scriptsIn, commandsIn, optionsIn, variablesIn, rooms]) expect([...new Set(named(swedish))].sort()).toEqual([...new Set(named(english))].sort())
  expect(swedish.split('\n').length).toBeLessThanOrEqual(121)
})

test('no guide shouts', () => {
  for (const file of files) expect(read(file).replaceAll(/!\[|<!--/g, ''), file).not.toContain('!')
})

function isThere(name: string): boolean {
  try {
    readdirSync(name)
    return true
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'ENOTDIR'
  }
}

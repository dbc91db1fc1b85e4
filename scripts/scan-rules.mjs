// What the scan refuses, as pure rules, so that each can be tried on a planted offence.

const allowedLicences = new Set(['MIT', 'MIT-0', 'ISC', 'BSD-2-Clause', 'BSD-3-Clause', '0BSD', 'Apache-2.0', 'BlueOak-1.0.0', 'Unlicense', 'CC0-1.0', 'Python-2.0'])
// Tools only: nothing of them is in what is run.
const allowedForTools = new Set(['MPL-2.0', 'CC-BY-4.0'])
const aFont = 'a font: its files are under OFL-1.1, which lets them be used and embedded in what is printed'
/** Packages with another licence, or with none written, each with the reason why it is here. */
const excepted = {
  '@expo-google-fonts/source-sans-3': aFont,
  '@expo-google-fonts/noto-sans-arabic': aFont,
  '@expo-google-fonts/noto-sans-hebrew': aFont,
  '@expo-google-fonts/noto-sans-ethiopic': aFont,
}
/** What may run code of its own when it is installed, and why. */
const allowedScripts = {
  esbuild: 'puts its program for this machine in place; only drizzle-kit uses it',
  fsevents: 'for macOS only, and never installed elsewhere',
}

const exact = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/

/** What is wrong with the packages of a lock. `licenceOf` tells the licence of what the lock is silent about. */
export function faultsInLock({ packages }, licenceOf = () => undefined) {
  const foreign = Object.entries(packages).filter(([path, { link }]) => path.includes('node_modules/') && !link)
  return foreign.flatMap(([path, { version, integrity, resolved, license, dev, hasInstallScript, inBundle }]) => {
    const name = path.split('node_modules/').at(-1)
    const licence = license ?? licenceOf(path)
    const faults = []
    if (!isAllowed(licence, dev) && !excepted[name]) faults.push(`${name} ${version} has the licence ${licence ?? 'nobody knows'}`)
    if (!inBundle && !/^sha512-/.test(integrity ?? '')) faults.push(`${name} ${version} is in the lock without a checksum`)
    if (resolved && !/^https:\/\//.test(resolved)) faults.push(`${name} ${version} comes from ${resolved}`)
    if (hasInstallScript && !allowedScripts[name]) faults.push(`${name} ${version} runs code of its own when it is installed`)
    return faults
  })
}

/** What in a package.json is not one version and no other. */
export function faultsInPins({ dependencies, devDependencies, optionalDependencies }) {
  return Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies })
    .filter(([, version]) => !exact.test(version))
    .map(([name, version]) => `${name} is not pinned: ${version}`)
}

// `A OR B` is allowed when one of them is, `A AND B` when both are.
function isAllowed(licence, isTool) {
  if (!licence) return false
  const one = (name) => allowedLicences.has(name) || (isTool === true && allowedForTools.has(name))
  return licence
    .replaceAll(/[()]/g, '')
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((name) => one(name.trim())))
}

const secrets = [
  { what: 'a private key', pattern: /-----BEGIN (?:[A-Z]+ )*PRIVATE KEY-----/ },
  { what: 'an access key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  { what: 'a token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_\w{40,}|glpat-[\w-]{20,}|xox[abprs]-[\w-]{10,}|sk-[A-Za-z0-9_-]{32,}|npm_[A-Za-z0-9]{36})\b/ },
  { what: 'a signed token', pattern: /\beyJ[\w-]{20,}\.eyJ[\w-]{20,}\.[\w-]{20,}/ },
  { what: 'a password in an address', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@'"`$<>{}]+:[^\s/:@'"`$<>{}…]{3,}@/ },
  { what: 'a written secret', pattern: /\b(?:password|passwd|secret|api[_-]?key|access[_-]?token)["']?\s*[:=]\s*["'][A-Za-z0-9+/_=-]{20,}["']/i },
]
/** Lines that look like a secret and are none, by file, each with the reason. */
const harmless = {
  'test/scan.test.ts': 'plants what the scan must find',
}

/** What in a file looks like something that must not be told: where, never what. */
export function faultsInText(file, text) {
  if (harmless[file]) return []
  return text.split('\n').flatMap((line, index) => secrets.filter(({ pattern }) => pattern.test(line)).map(({ what }) => `${file}:${index + 1} holds ${what}`))
}

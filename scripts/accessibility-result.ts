import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, resolve } from 'node:path'
import type { RouteConfigEntry } from '@react-router/dev/routes'
import type { AxeRun } from '../e2e/axe.ts'
import type { Trial } from '../src/modules/open/read-trial.ts'
import routeConfig from '../src/routes.ts'

const project = resolve(import.meta.dirname, '..')
const routes = routeConfig as RouteConfigEntry[]

/** What the accessibility statement tells of the runs of axe. */
export function summariseRuns(runs: readonly AxeRun[], triedOn: string): Trial {
  const pages = unique(runs.map(({ page }) => page))
  const versionIn = (file: string) => (JSON.parse(readFileSync(join(project, file), 'utf8')) as { version: string }).version
  return {
    triedOn,
    version: versionIn('package.json'),
    program: `axe-core ${versionIn('node_modules/axe-core/package.json')}`,
    rules: unique(runs.flatMap(({ rules }) => rules)),
    pagesFingerprint: fingerprintPages(),
    pages,
    untried: untriedPages(pages),
    violations: unique(runs.flatMap(({ page, violations }) => violations.map((rule) => `${page} ${rule}`))).map((each) => {
      const [page = '', rule = ''] = each.split(' ')
      return { page, rule }
    }),
  }
}

/** The fingerprint of everything that pages are drawn from, components and style sheets: with another one, axe has not been at what people meet. */
export function fingerprintPages(of = project): string {
  const hash = createHash('sha256')
  for (const file of filesIn(join(of, 'src')).sort()) hash.update(relative(of, file)).update('\0').update(readFileSync(file)).update('\0')
  return hash.digest('hex')
}

/** The pages of the program that none of the tried paths leads to, as the router writes them: `/mal/:id`. */
export function untriedPages(tried: readonly string[]): string[] {
  return routes
    .filter(({ path, file }) => path !== undefined && path !== '*' && /export default/.test(readFileSync(resolve(project, 'src', file), 'utf8')))
    .map(({ path }) => `/${path}`)
    .filter((route) => !tried.some((path) => new RegExp(`^${route.replaceAll(/:\w+/g, '[^/]+')}$`).test(path)))
    .sort()
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return filesIn(path)
    return /\.(tsx|css)$/.test(entry.name) && !/\.test\.tsx$/.test(entry.name) ? [path] : []
  })
}

function unique(values: readonly string[]): string[] {
  return [...new Set(values)].sort()
}

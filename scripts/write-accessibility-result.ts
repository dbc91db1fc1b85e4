// Called by record-accessibility.mjs with the folder where the browser tests have kept their runs of axe.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { AxeRun } from '../e2e/axe.ts'
import { presentMoment } from '../src/foundation/http/clock.ts'
import { summariseRuns } from './accessibility-result.ts'

const [folder = ''] = process.argv.slice(2)
const result = resolve(import.meta.dirname, '../src/modules/open/accessibility-result.json')
const runs = readdirSync(folder).flatMap((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')) as AxeRun[])
writeFileSync(result, `${JSON.stringify(summariseRuns(runs, presentMoment().day), null, 2)}\n`)

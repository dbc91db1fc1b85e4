import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { test } from 'vitest'

/** The folder beside the project with the data that several projects share. It is not always there. */
export const sharedFolder = resolve(import.meta.dirname, '../../shared')
export const sharedIsHere = existsSync(sharedFolder)

/** What stands in the name of a test that needs ../shared, so that `npm test` counts it apart when it could not run. */
const mark = '(needs ../shared)'

/** A test that reads from ../shared. Where that is absent it does not run, and `npm test` says so. */
export function testWithShared(sentence: string, body: () => void | Promise<void>): void {
  test.skipIf(!sharedIsHere)(`${sentence} ${mark}`, body)
}

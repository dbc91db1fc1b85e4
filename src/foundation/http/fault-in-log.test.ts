import { expect, test } from 'vitest'
import { faultInLog } from './fault-in-log.ts'

test('a failed statement is told without the values it was sent with, whatever lines they hold', () => {
  const fault = new Error('Failed query: insert into answers values ($1)\nparams: Min granne Maja\n    at hemma\nsuper', {
    cause: Object.assign(new Error('bad byte'), { code: '22021' }),
  })
  const said = faultInLog(fault)
  expect(said).toContain('Error: Failed query: insert into answers values ($1) (22021)')
  expect(said).toContain('fault-in-log.test.ts')
  expect(said).not.toContain('Maja')
})
test('what is no error is told too', () => expect(faultInLog('avbrutet')).toBe('avbrutet'))

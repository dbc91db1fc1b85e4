// Loaded before everything else in a server of a test: its whole clock, also the embedded database's, goes as many milliseconds off as a file says.
import { readFileSync } from 'node:fs'

const file = process.env.SAMSYN_TEST_CLOCK
const Real = globalThis.Date
let [off, readAt] = [0, 0]

function shift() {
  const now = Real.now()
  if (now - readAt > 50 || now < readAt) {
    readAt = now
    off = Number(readFileSync(file, 'utf8')) || off
  }
  return off
}

class JumpingDate extends Real {
  constructor(...given) {
    super(...(given.length === 0 ? [JumpingDate.now()] : given))
  }
  static now() {
    return Real.now() + shift()
  }
}

globalThis.Date = JumpingDate

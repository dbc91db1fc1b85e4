// Votes with groups planted in them, for the scale cases: the same seed always gives the same file.
import { closeSync, openSync, writeSync } from 'node:fs'

/** Writes `pid,tid,vote` of so many participants, each voting on about so many of the statements, in three planted groups. Answers with the number of votes. */
export function writePlantedVotes(path, { participants, statements, votesEach, seed }) {
  const random = generator(seed)
  const lean = Array.from({ length: 3 * statements }, () => random())
  const file = openSync(path, 'w')
  let [text, votes] = ['pid,tid,vote\n', 0]
  for (let who = 0; who < participants; who++) {
    const group = Math.floor(random() * 3)
    for (let what = 0; what < statements; what++) {
      if (random() >= votesEach / statements) continue
      const agree = lean[group * statements + what] * 0.8
      const drawn = random()
      text += `${who},${what},${drawn < agree ? 1 : drawn < agree + 0.2 ? 0 : -1}\n`
      votes++
    }
    if (text.length > 1 << 20) {
      writeSync(file, text)
      text = ''
    }
  }
  writeSync(file, text)
  closeSync(file)
  return votes
}

/** The packed form of the same, written without the text: see src/command/opinion/packed-votes.ts. */
export function writePackedVotes(path, { participants, statements, votesEach, seed }) {
  const random = generator(seed)
  const lean = Float64Array.from({ length: 3 * statements }, () => random() * 0.8)
  const room = Math.ceil(participants * votesEach * 1.02)
  const [starts, codes] = [new Uint32Array(participants + 1), new Uint16Array(room)]
  let votes = 0
  for (let who = 0; who < participants; who++) {
    const group = Math.floor(random() * 3)
    // From one statement to the next by the geometric law, so that only the votes cost time.
    for (let what = skip(random, votesEach / statements); what < statements && votes < room; what += 1 + skip(random, votesEach / statements)) {
      const drawn = random()
      const agree = lean[group * statements + what]
      codes[votes++] = what * 3 + (drawn < agree ? 2 : drawn < agree + 0.2 ? 1 : 0)
    }
    starts[who + 1] = votes
  }
  const names = Buffer.from(`${[...Array(participants).keys()].join('\n')}\n${[...Array(statements).keys()].join('\n')}\n`)
  const head = Buffer.alloc(24)
  head.write('SAMSYN-V')
  ;[participants, statements, votes, names.length].forEach((number, at) => {
    head.writeUInt32LE(number, 8 + at * 4)
  })
  const file = openSync(path, 'w')
  for (const part of [head, Buffer.from(starts.buffer), Buffer.from(codes.buffer, 0, votes * 2), names]) for (let at = 0; at < part.length; ) at += writeSync(file, part, at)
  closeSync(file)
  return votes
}

function skip(random, share) {
  return Math.floor(Math.log(1 - random()) / Math.log(1 - share))
}

/** Mulberry32 (public domain). */
function generator(seed) {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296
  }
}

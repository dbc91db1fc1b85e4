// How long a map takes in a process that has made it before: the median of seven, in milliseconds.
import { mapOpinions, readNamedVotes } from '../../build/command/bench.js'

const { table } = readNamedVotes(process.argv[2])
const times = []
for (let turn = 0; turn < 10; turn++) {
  const began = performance.now()
  mapOpinions(table, { k: 3 })
  times.push(performance.now() - began)
}
console.log(
  times
    .slice(3)
    .toSorted((a, b) => a - b)[3]
    .toFixed(0),
)

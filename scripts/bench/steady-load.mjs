// In a process of its own: so many requests a second of a page until it is told to stop. argv: {"address": …, "perSecond": …}.
import { get } from 'node:http'

const { address, perSecond } = JSON.parse(process.argv[2])
const [times, faults] = [[], { count: 0 }]
const asking = setInterval(() => {
  const began = performance.now()
  get(address, { agent: false }, (answer) => {
    if (answer.statusCode !== 200) faults.count++
    answer.resume().on('end', () => times.push(performance.now() - began))
  }).on('error', () => faults.count++)
}, 1000 / perSecond)
process.once('message', () => {
  clearInterval(asking)
  times.sort((one, other) => one - other)
  const at = (share) => Number((times[Math.floor(times.length * share)] ?? 0).toFixed(1))
  process.send({ answered: times.length, faults: faults.count, p50Ms: at(0.5), p99Ms: at(0.99) }, () => process.exit())
})

// Loaded before the server: how long its loop is held up, said to whoever started it and asks. Its threads have loops of their own.
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { isMainThread } from 'node:worker_threads'

if (isMainThread) {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  process.on('message', (message) => {
    if (message !== 'loop') return
    process.send?.({ loop: { p50Ms: ms(delay.percentile(50)), p99Ms: ms(delay.percentile(99)), maxMs: ms(delay.max) } })
    delay.reset()
  })
}

function ms(nanoseconds) {
  return Number((nanoseconds / 1e6).toFixed(1))
}

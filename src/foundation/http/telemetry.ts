import { randomBytes } from 'node:crypto'
import { monitorEventLoopDelay } from 'node:perf_hooks'

/** One request as it may be told: the pattern of its address, never the address itself; nothing of who came or of what was written. */
export type ToldRequest = { readonly method: string; readonly route: string; readonly status: number; readonly began: number; readonly ended: number }
export type Telemetry = { record(request: ToldRequest): void; stop(): Promise<void> }
type Settings = { readonly endpoint: string; readonly queues: () => Promise<Readonly<Record<string, number>>>; readonly everyMs?: number }

const patienceMs = 5_000
// What a collector that is away may cost in memory; more is dropped, and how much is told.
const mostHeld = 2_000
const [serverSpan, failed, cumulative] = [2, 2, 2]
const nano = (ms: number) => `${BigInt(Math.round(ms * 1000)) * 1000n}`
const attribute = (key: string, value: string | number) => ({ key, value: typeof value === 'number' ? { intValue: String(value) } : { stringValue: value } })

/**
 * Tells an OpenTelemetry collector of requests and of how the server is, by OTLP over HTTP in JSON. No request waits for it: what is told is gathered and sent
 * now and then, and a collector that is away loses its tale and nothing else.
 */
export function startTelemetry({ endpoint, queues, everyMs = 5_000 }: Settings): Telemetry {
  const base = endpoint.replace(/\/$/, '')
  const began = Date.now()
  const delay = monitorEventLoopDelay({ resolution: 20 })
  delay.enable()
  let held: ToldRequest[] = []
  const counted = { requests: 0, refusals: 0, faults: 0, dropped: 0 }
  let isAway = false

  const post = async (path: string, body: object) => {
    const answer = await fetch(`${base}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      redirect: 'error',
      signal: AbortSignal.timeout(patienceMs),
    })
    await answer.body?.cancel()
    if (!answer.ok) throw new Error(`it answered ${answer.status}`)
  }
  const tell = async () => {
    const spans = held
    held = []
    try {
      if (spans.length > 0) await post('/v1/traces', { resourceSpans: [{ resource, scopeSpans: [{ scope, spans: spans.map(spanOf) }] }] })
      await post('/v1/metrics', { resourceMetrics: [{ resource, scopeMetrics: [{ scope, metrics: await metrics() }] }] })
      isAway = false
    } catch (fault) {
      counted.dropped += spans.length
      if (!isAway) console.error(JSON.stringify({ level: 'warning', what: 'telemetry', fault: fault instanceof Error ? fault.message : String(fault) }))
      isAway = true
    }
  }
  const metrics = async () => {
    const at = { startTimeUnixNano: nano(began), timeUnixNano: nano(Date.now()) }
    const sum = (name: string, value: number) => ({ name, sum: { aggregationTemporality: cumulative, isMonotonic: true, dataPoints: [{ ...at, asInt: String(value) }] } })
    const gauge = (name: string, unit: string, asDouble: number) => ({ name, unit, gauge: { dataPoints: [{ timeUnixNano: at.timeUnixNano, asDouble }] } })
    const late = gauge('samsyn.eventloop.delay.p99', 'ms', delay.count > 0 ? delay.percentile(99) / 1e6 : 0)
    delay.reset()
    const waiting = Object.entries(await queues().catch(() => ({}))).map(([name, length]) => gauge(`samsyn.queue.${name}`, '1', length))
    return [...Object.entries(counted).map(([name, value]) => sum(`samsyn.${name}`, value)), late, ...waiting]
  }

  let telling: Promise<void> | undefined
  const timer = setInterval(() => {
    telling ??= tell().finally(() => {
      telling = undefined
    })
  }, everyMs)
  timer.unref()
  return {
    record: (request) => {
      counted.requests += 1
      if (request.status >= 500) counted.faults += 1
      else if (request.status >= 400) counted.refusals += 1
      if (held.length < mostHeld) held.push(request)
      else counted.dropped += 1
    },
    stop: async () => {
      clearInterval(timer)
      await telling
      await tell()
      delay.disable()
    },
  }
}

const resource = { attributes: [attribute('service.name', 'samsyn')] }
const scope = { name: 'samsyn' }

function spanOf({ method, route, status, began, ended }: ToldRequest) {
  return {
    traceId: randomBytes(16).toString('hex'),
    spanId: randomBytes(8).toString('hex'),
    name: `${method} ${route}`,
    kind: serverSpan,
    startTimeUnixNano: nano(began),
    endTimeUnixNano: nano(ended),
    attributes: [attribute('http.request.method', method), attribute('http.route', route), attribute('http.response.status_code', status)],
    status: status >= 500 ? { code: failed } : {},
  }
}

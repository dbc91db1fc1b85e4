import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { type Installation, startInstallation } from './installation.ts'

type Attribute = { key: string; value: { stringValue?: string; intValue?: string } }
type Span = { traceId: string; spanId: string; name: string; startTimeUnixNano: string; endTimeUnixNano: string; attributes: Attribute[]; status: { code?: number } }
type Metric = { name: string; sum?: { dataPoints: { asInt: string }[] }; gauge?: { dataPoints: { asDouble: number }[] } }

let samsyn: Installation | undefined
let close: (() => void) | undefined
afterEach(async () => {
  await samsyn?.stop()
  close?.()
  samsyn = undefined
})

/** A collector of our own: what came to it, as it came. */
async function startCollector() {
  const told: { path: string; body: string }[] = []
  const server = createServer((request, response) => {
    let body = ''
    request.on('data', (bytes: Buffer) => (body += bytes))
    request.on('end', () => {
      told.push({ path: request.url ?? '', body })
      response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
    })
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  close = () => server.close()
  return { told, address: `http://127.0.0.1:${(server.address() as AddressInfo).port}` }
}

test('a collector is told of each request by its pattern, status and time, of refusals, delay and queues, and of nobody', async () => {
  const collector = await startCollector()
  samsyn = await startInstallation({ start: 'empty', environment: { OTEL_EXPORTER_OTLP_ENDPOINT: `${collector.address}/` } })
  const secrets = { cookie: 'samsyn.session_token=hemligkaka', 'x-forwarded-for': '192.0.2.77', 'user-agent': 'hemligwebblasare' }
  await fetch(`${samsyn.address}/delta/hemligslug?hemligfraga=ja`, { headers: secrets })
  await fetch(`${samsyn.address}/folj`, { method: 'POST', body: new URLSearchParams({ code: 'hemligkod' }), headers: { ...secrets, origin: samsyn.address } })
  await fetch(`${samsyn.address}/folj`, { method: 'POST', body: 'x', headers: { origin: 'https://elsewhere.example' } })
  await fetch(`${samsyn.address}/hemligsida`)
  await fetch(`${samsyn.address}/`)
  // What is gathered is told before the end, too.
  await samsyn.stop()
  const spans = collector.told.filter(({ path }) => path === '/v1/traces').flatMap(({ body }) => JSON.parse(body).resourceSpans[0].scopeSpans[0].spans as Span[])
  const shown = spans.map(({ name, attributes }) => `${name} ${attributes.find(({ key }) => key === 'http.response.status_code')?.value.intValue}`)
  expect(shown).toEqual(['GET /delta/:slug 404', 'POST /folj 404', 'POST /folj 403', 'GET /* 404', 'GET / 200'])
  for (const { traceId, spanId, startTimeUnixNano, endTimeUnixNano, attributes } of spans) {
    expect([traceId, spanId].join(' ')).toMatch(/^[0-9a-f]{32} [0-9a-f]{16}$/)
    expect(BigInt(endTimeUnixNano)).toBeGreaterThanOrEqual(BigInt(startTimeUnixNano))
    expect(Math.abs(Number(BigInt(startTimeUnixNano) / 1_000_000n) - Date.now())).toBeLessThan(120_000)
    expect(attributes.map(({ key }) => key)).toEqual(['http.request.method', 'http.route', 'http.response.status_code'])
  }
  const metrics = JSON.parse(collector.told.findLast(({ path }) => path === '/v1/metrics')?.body ?? '').resourceMetrics[0].scopeMetrics[0].metrics as Metric[]
  const value = (name: string) => {
    const metric = metrics.find((each) => each.name === name)
    return metric?.sum ? Number(metric.sum.dataPoints[0]?.asInt) : metric?.gauge?.dataPoints[0]?.asDouble
  }
  expect([value('samsyn.requests'), value('samsyn.refusals'), value('samsyn.faults'), value('samsyn.dropped'), value('samsyn.queue.mails')]).toEqual([5, 4, 0, 0, 0])
  expect(value('samsyn.eventloop.delay.p99')).toBeGreaterThan(0)
  expect(JSON.stringify(collector.told)).not.toMatch(/hemlig|192\.0\.2|127\.0\.0\.1/)
})

test('a collector that never answers, or is not there, loses its tale and slows nobody down', async () => {
  const silent = createServer(() => {})
  await new Promise<void>((ready) => silent.listen(0, '127.0.0.1', ready))
  close = () => {
    silent.closeAllConnections()
    silent.close()
  }
  for (const endpoint of [`http://127.0.0.1:${(silent.address() as AddressInfo).port}`, 'http://127.0.0.1:9']) {
    samsyn = await startInstallation({ start: 'empty', environment: { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint } })
    await fetch(`${samsyn.address}/`)
    const longest: number[] = []
    // Longer than the time between two tales.
    for (let turn = 0; turn < 70; turn++) {
      const began = performance.now()
      expect((await fetch(`${samsyn.address}/`)).status).toBe(200)
      longest.push(performance.now() - began)
      await new Promise((done) => setTimeout(done, 100))
    }
    // The collector is waited for five seconds; a request that waited with it would take as long.
    expect(Math.max(...longest)).toBeLessThan(4_500)
    await samsyn.stop()
    expect(samsyn.said()).toContain('Allt är sparat')
    expect(samsyn.said()).not.toContain('"level":"error"')
  }
})

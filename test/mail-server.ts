import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

export type Verdict = (recipient: string) => { readonly code: number; readonly words: string } | undefined

/** A mail server of our own: what it took, and what it says of each recipient. */
export async function startMailServer(verdict: Verdict = () => undefined, port = 0) {
  const taken: { readonly recipient: string; readonly source: string }[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    logger: false,
    onRcptTo: ({ address }, _, done) => {
      const refusal = verdict(address)
      done(refusal && Object.assign(new Error(refusal.words), { responseCode: refusal.code }))
    },
    onData: (stream, session, done) => {
      const parts: Buffer[] = []
      stream.on('data', (part: Buffer) => parts.push(part))
      stream.on('end', () => {
        taken.push({ recipient: session.envelope.rcptTo[0]?.address ?? '', source: Buffer.concat(parts).toString() })
        done()
      })
    },
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const address = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return { taken, address, port: (server.server.address() as AddressInfo).port, stop: () => new Promise<void>((done) => server.close(() => done())) }
}

import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'

/** What a server says of a recipient, when it takes no mail for them. */
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
  // A server of ours that is killed in the middle of a mail is no fault of this one.
  server.on('error', (fault: NodeJS.ErrnoException) => {
    if (fault.code !== 'ECONNRESET') throw fault
  })
  await new Promise<void>((ready) => server.listen(port, '127.0.0.1', ready))
  const address = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`
  return { taken, address, port: (server.server.address() as AddressInfo).port, stop: () => new Promise<void>((done) => server.close(() => done())) }
}

/** The plain text of a mail, decoded. */
export function textOfMail(source: string): string {
  const part = source.split('text/plain')[1] ?? ''
  const [, encoding] = /Content-Transfer-Encoding: (\S+)/.exec(part) ?? []
  const body = part.slice(part.indexOf('\r\n\r\n')).split('\r\n--')[0] ?? ''
  if (encoding === 'base64') return Buffer.from(body, 'base64').toString()
  const plain = body.replaceAll('=\r\n', '').replaceAll('\r\n', '\n')
  return encoding === 'quoted-printable'
    ? Buffer.from(
        plain.replaceAll(/=([0-9A-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ).toString()
    : plain
}

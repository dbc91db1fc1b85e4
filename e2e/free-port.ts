import { randomInt } from 'node:crypto'
import { createServer } from 'node:net'

/**
 * A port that nobody has. Not one of those that the system gives to whoever asks for any, nor to connections that go out (from 32768 on Linux):
 * until it is used, and while its server is started anew, nobody else takes it.
 */
export async function freePort(): Promise<number> {
  for (;;) {
    const port = randomInt(10_000, 32_000)
    const server = createServer()
    const isFree = await new Promise<boolean>((done) => server.once('error', () => done(false)).listen(port, '127.0.0.1', () => done(true)))
    if (!isFree) continue
    await new Promise((done) => server.close(done))
    return port
  }
}

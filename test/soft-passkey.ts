import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

type Asked = { readonly challenge: string; readonly rpId?: string; readonly rp?: { readonly id?: string }; readonly user?: { readonly id: string } }
/** What a passkey that is not honest, or not ours, says otherwise. */
export type Lies = {
  readonly origin?: string
  readonly rpId?: string
  readonly challenge?: string
  readonly type?: string
  readonly userHandle?: string | null
  readonly id?: string
  readonly counter?: number
  readonly unverified?: boolean
  readonly signature?: string
}

/** A passkey in software (ES256, no attestation) that does what the standard says, and what it is told to do wrong. */
export function softPasskey(origin: string) {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const { x = '', y = '' } = publicKey.export({ format: 'jwk' })
  const id = randomBytes(16)
  let counter = 0
  let owner = ''
  const clientData = (type: string, asked: Asked, lies: Lies) =>
    Buffer.from(JSON.stringify({ type: lies.type ?? type, challenge: lies.challenge ?? asked.challenge, origin: lies.origin ?? origin, crossOrigin: false }))
  const authData = (rpId: string, lies: Lies, attested: Buffer) => {
    const count = Buffer.alloc(4)
    count.writeUInt32BE(lies.counter ?? counter)
    const flags = 0x01 | (lies.unverified ? 0 : 0x04) | (attested.length > 0 ? 0x40 : 0)
    return Buffer.concat([hash(Buffer.from(lies.rpId ?? rpId)), Buffer.from([flags]), count, attested])
  }
  return {
    id: id.toString('base64url'),
    /** The answer to a question for a new passkey, as a browser would send it. */
    create(asked: Asked, lies: Lies = {}): string {
      owner = asked.user?.id ?? ''
      // COSE: {1: 2, 3: -7, -1: 1, -2: x, -3: y}.
      const key = Buffer.concat([Buffer.from('a5010203262001215820', 'hex'), Buffer.from(x, 'base64url'), Buffer.from('225820', 'hex'), Buffer.from(y, 'base64url')])
      const data = authData(asked.rp?.id ?? '', lies, Buffer.concat([Buffer.alloc(16), Buffer.from([0, id.length]), id, key]))
      // CBOR: {"fmt": "none", "attStmt": {}, "authData": data}.
      const attestation = Buffer.concat([
        Buffer.from([0xa3]),
        ...[text('fmt'), text('none'), text('attStmt'), Buffer.from([0xa0]), text('authData'), Buffer.from([0x58, data.length])],
        data,
      ])
      return this.said({ clientDataJSON: b64(clientData('webauthn.create', asked, lies)), attestationObject: b64(attestation) }, lies)
    },
    /** The answer to a question for one that is there; each time it counts one further. */
    get(asked: Asked, lies: Lies = {}): string {
      counter += 1
      const [client, data] = [clientData('webauthn.get', asked, lies), authData(asked.rpId ?? '', lies, Buffer.alloc(0))]
      const signature = lies.signature ?? b64(sign('sha256', Buffer.concat([data, hash(client)]), privateKey))
      const userHandle = lies.userHandle === null ? undefined : (lies.userHandle ?? owner)
      return this.said({ clientDataJSON: b64(client), authenticatorData: b64(data), signature, userHandle }, lies)
    },
    said(response: object, lies: Lies): string {
      const credential = lies.id ?? b64(id)
      return JSON.stringify({ id: credential, rawId: credential, type: 'public-key', clientExtensionResults: {}, response })
    },
  }
}

const b64 = (bytes: Buffer) => bytes.toString('base64url')
const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest()
const text = (word: string) => Buffer.concat([Buffer.from([0x60 + word.length]), Buffer.from(word)])

import { createHmac, timingSafeEqual } from 'node:crypto'
import { installationSecret } from '#http/secret'
import { sealBytes, unsealBytes } from './seal-bytes.ts'

/** What the link of a mail, or the button of the page, can do. */
export type NoticeLink = 'confirm' | 'stop' | 'undo'
const links = ['confirm', 'stop', 'undo'] as const

// 160 bits of each.
const length = 40

/** What an address is known by in one dialogue: without the secret of the installation nobody can tell which it is, by trying them all either. */
export function hashAddress(dialogueId: string, address: string): string {
  return keyed(`address to be told in ${dialogueId}`, address.toLowerCase()).toString('hex').slice(0, length)
}

/** Encrypts an address with a key of its own. */
export function sealAddress(addressHash: string, address: string): string {
  return sealBytes(keyed('key of an address to be told', addressHash), Buffer.from(address))
}

/** The address again. Throws when the secret is another. */
export function unsealAddress(addressHash: string, sealed: string): string {
  return unsealBytes(keyed('key of an address to be told', addressHash), sealed).toString('utf8')
}

/** The token of a link: for one address, one dialogue and one act. It is made anew whenever it is needed, and stored nowhere. */
export function noticeToken(link: NoticeLink, addressHash: string): string {
  return addressHash + markOf(link, addressHash)
}

/** What a token is for; nothing for one that we never made. */
export function readNoticeToken(token: string): { readonly link: NoticeLink; readonly addressHash: string } | undefined {
  if (!/^[0-9a-f]{80}$/.test(token)) return undefined
  const [addressHash, mark] = [token.slice(0, length), Buffer.from(token.slice(length))]
  const link = links.find((each) => timingSafeEqual(mark, Buffer.from(markOf(each, addressHash))))
  return link && { link, addressHash }
}

function markOf(link: NoticeLink, addressHash: string): string {
  return keyed(`link to ${link} notices`, addressHash).toString('hex').slice(0, length)
}

function keyed(purpose: string, what: string): Buffer {
  return createHmac('sha256', installationSecret()).update(`${purpose}: ${what}`).digest()
}

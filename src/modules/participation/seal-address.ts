import { timingSafeEqual } from 'node:crypto'
import { keyed, seal, unseal } from '#http/seal'

/** What the link of a mail, or the button of the page, can do. */
const links = ['confirm', 'stop', 'undo', 'no-reminders'] as const
export type NoticeLink = (typeof links)[number]

// 160 bits of each.
const length = 40

/**
 * What an address is known by in one dialogue, as one that wishes to be told or as one that a code is mailed to: the two can't be held against each other.
 * Without the secret of the installation nobody can tell which address it is, by trying them all either.
 */
export function hashAddress(dialogueId: string, address: string, as: 'wish' | 'holder' = 'wish'): string {
  return keyed(as === 'wish' ? `address to be told in ${dialogueId}` : `address that a code is mailed to in ${dialogueId}`, address.toLowerCase())
    .toString('hex')
    .slice(0, length)
}

/** Encrypts an address with a key of its own. */
export function sealAddress(addressHash: string, address: string): string {
  return seal(keyOf(addressHash), address)
}

/** The address again; nothing when the secret of the installation is another. */
export function unsealAddress(addressHash: string, sealed: string): string | undefined {
  return unseal(keyOf(addressHash), sealed)
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

const keyOf = (addressHash: string) => keyed('key of an address to be told', addressHash)

import * as store from './store.server.ts'

/**
 * Verifies every frozen document by another path than the one that froze it: the stored bytes through the Web Crypto API.
 * Answers with the ids whose hash is not theirs.
 */
export async function verifyDocuments(): Promise<{ verified: number; broken: string[] }> {
  const broken: string[] = []
  const ids = await store.listAllIds()
  for (const id of ids) {
    const row = await store.findById(id)
    if (!row || (await webHash(row.canonical)) !== row.sha256) broken.push(id)
  }
  return { verified: ids.length - broken.length, broken }
}

async function webHash(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text))
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}

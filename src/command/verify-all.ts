import { join } from 'node:path'
import { verifyDocuments } from '#documents'
import { installationSecret } from '#http/secret'
import { verifySeals } from '#participation'
import { verifyTrail } from '#trail'

const breaks: Record<string, string> = {
  'event-missing': 'händelsen saknas',
  'event-changed': 'händelsen är ändrad',
  'link-broken': 'länken hänger inte ihop med den före',
  gap: 'en länk saknas',
  'cut-tail': 'slutet av kedjan är bortskuret',
  'head-forged': 'märket på kedjans slut är inte vårt',
}

/** Verifies the chain of events, the frozen documents and the seals of the answers, each by its own path. Names the first break. */
export async function verifyAll(dataDir: string): Promise<number> {
  const [trail, documents, seals] = [await verifyTrail({ secret: installationSecret(), headFile: join(dataDir, 'trail-head.json') }), await verifyDocuments(), await verifySeals()]
  process.stdout.write(
    trail.ok
      ? `Kedjan är hel: ${trail.position} händelser, slut ${trail.head.slice(0, 16)}.\n`
      : `Kedjan brister vid länk ${trail.position}: ${breaks[trail.because] ?? trail.because}.\n`,
  )
  process.stdout.write(documents.broken.length === 0 ? `${documents.verified} frysta handlingar är orörda.\n` : `Ändrade handlingar: ${documents.broken.join(', ')}.\n`)
  process.stdout.write(
    seals.ok
      ? `${seals.sealed} förseglade svar är orörda.\n`
      : `Förseglade svar som ändrats: ${seals.changedAnswers}. Brutna omgångar: ${seals.brokenBatches.join(', ') || 'inga'}.\n`,
  )
  return trail.ok && documents.broken.length === 0 && seals.ok ? 0 : 1
}

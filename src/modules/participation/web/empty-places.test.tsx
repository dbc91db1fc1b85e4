import { beforeAll, expect, test } from 'vitest'
import type { Actor } from '#kernel/actor'
import { day } from '#kernel/day'
import { mintActor, storeCast } from '#people'
import { useDatabase } from '#test/database'
import { drawPage } from './draw-page.tsx'

useDatabase()
let leader: Actor | undefined
beforeAll(async () => {
  const from = day('2019-01-01')
  const { personIds } = await storeCast({
    municipality: 'Provinge',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: from }],
    people: [{ name: 'Lo', email: 'lo@example.se', organ: 'ks', role: 'process-leader' }],
    from,
  })
  leader = await mintActor(personIds['lo@example.se'] ?? '', from)
})

test.each([
  ['/delta', 'Kommunen har inte frågat något än'],
  ['/arbete/dialoger', 'Här samlas rösterna'],
  ['/arbete/dialoger/ny', 'Börja med processen'],
  ['/arbete/grupper', 'Här står vilka som tillfrågas'],
  ['/arbete/granska', 'Inget ligger här'],
])('%s teaches what belongs there when nothing is there yet', async (address, words) => {
  const { status, html } = await drawPage(address, { actor: leader })
  expect(status).toBe(200)
  expect(html).toContain(words)
})

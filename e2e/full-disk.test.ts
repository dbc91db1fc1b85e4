import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { type Installation, startInstallation } from './installation.ts'
import { besideTheServer, openSurvey, slug } from './open-survey.ts'
import { canMount, mountDisk, type SmallDisk } from './small-disk.ts'

const [roomy, below] = [400, 20]
let disk: SmallDisk | undefined
let samsyn: Installation | undefined
afterEach(async () => {
  await samsyn?.stop({ keepData: true })
  disk?.remove()
})

test.skipIf(!canMount())('when the disk is full everything can be read, nothing is taken in, that is said, and all is well by itself when there is room (needs root)', async () => {
  disk = mountDisk(roomy)
  samsyn = await startInstallation({ start: 'empty', dataDir: join(disk.folder, 'data') })
  const client = await besideTheServer(samsyn.dataDir)
  const question = await openSurvey(client)
  await client.end()
  const answer = (text: string) => {
    const form = new URLSearchParams({ submissionKey: randomBytes(18).toString('base64url'), [question]: text })
    return fetch(`${samsyn?.address}/delta/${slug}`, { method: 'POST', body: form, headers: { origin: samsyn?.address ?? '' } })
  }
  const count = async () => {
    const beside = await besideTheServer(samsyn?.dataDir ?? '')
    const { rows } = await beside.query('select text from participation_statements order by text')
    await beside.end()
    return rows.map(({ text }) => text)
  }
  expect((await answer('före')).status).toBe(200)
  const kept = ['före']
  for (const leaving of [below, 0]) {
    disk.fill(leaving)
    const refused = await answer(`under ${leaving}`)
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '60'])
    const page = await refused.text()
    expect(page).toContain('Just nu kan inget sparas')
    expect(page).toContain('inget har sparats')
    for (const path of ['/', `/delta/${slug}`, '/redo']) expect((await fetch(`${samsyn.address}${path}`)).status).toBe(200)
    expect(await count()).toEqual(kept)
    disk.empty()
    expect((await answer(`efter ${leaving}`)).status).toBe(200)
    kept.unshift(`efter ${leaving}`)
    kept.sort()
    expect(await count()).toEqual(kept)
  }
  // The same after a new start: what was acknowledged lay on the disk.
  await samsyn.kill()
  samsyn = await startInstallation({ start: 'empty', dataDir: samsyn.dataDir })
  expect(await count()).toEqual(kept)
})

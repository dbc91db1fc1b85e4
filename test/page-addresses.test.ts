import { beforeAll, expect, test } from 'vitest'
import { stageDialogue } from '../src/modules/participation/stage-dialogue.ts'
import { useSite } from './site.ts'

const site = useSite()
beforeAll(async () => void (await stageDialogue()))
const statusOf = async (path: string) => (await site.get(path)).status

test('an address finds its page in whatever way it is written, also where only the pages that begin as it does are tried', async () => {
  for (const path of ['/delta', '/Delta', '/d%65lta', '/delta/', '/delta?del=1', '/']) expect([path, await statusOf(path)]).toEqual([path, 200])
  for (const path of ['/delta/finns-inte', '/delta/finns/inte/alls', '/finns-inte', '/deltagare', '/%20', '/constructor']) expect([path, await statusOf(path)]).toEqual([path, 404])
})

import { createServer, type Server } from 'node:net'
import { Transformer } from '@napi-rs/image'
import pg from 'pg'
import { afterEach, beforeAll, describe, expect, test } from 'vitest'
import { pool } from '#db/database.server'
import { dumpDatabase } from '#db/dump-database'
import { restoreDatabase } from '#db/restore-database'
import { day } from '#kernel/day'
import { storeCast } from '#people'
import { copyTemplate } from './database.ts'
import { useSite } from './site.ts'

const site = useSite()
const here = '/arbete/installningar/logotyp'
let [ada, bo] = ['', '']
let png: Buffer
const count = async (table: string) => Number((await pool().query(`select count(*) from ${table}`)).rows[0].count)

beforeAll(async () => {
  const from = day('2020-01-01')
  await storeCast({
    municipality: 'Provkommunen',
    organs: [{ key: 'ks', name: 'Kommunstyrelsen', kind: 'executive-board', validFrom: from }],
    people: [
      { name: 'Ada', email: 'ada@prov.example', organ: 'ks', role: 'administrator' },
      { name: 'Bo', email: 'bo@prov.example', organ: 'ks', role: 'analyst' },
    ],
    from,
  })
  ada = await site.signIn('ada@prov.example')
  bo = await site.signIn('bo@prov.example')
  png = await picture(600, 200, 'png')
})

/** A picture with a left half in red and a right half in blue. */
async function picture(width: number, height: number, kind: 'png' | 'jpeg' | 'webp'): Promise<Buffer> {
  const pixels = new Uint8Array(width * height * 4)
  for (let at = 0; at < width * height; at++) pixels.set(at % width < width / 2 ? [220, 30, 30, 255] : [30, 30, 220, 255], at * 4)
  return Transformer.fromRgbaPixels(pixels, width, height)[kind]()
}
async function upload(bytes: Uint8Array, { name = 'vapen.png', alt = 'Kommunens vapen', type = 'image/png', cookie = ada } = {}): Promise<Response> {
  const form = new FormData()
  form.set('act', 'upload')
  form.set('alt', alt)
  form.set('file', new File([new Uint8Array(bytes)], name, { type }))
  const request = new Request('http://127.0.0.1', { method: 'POST', body: form })
  return site.post(here, new Uint8Array(await request.arrayBuffer()), { cookie, 'content-type': request.headers.get('content-type') ?? '' })
}
const previewed = async (answer: Response) => {
  const page = await (await site.get(answer.headers.get('location') ?? '', { cookie: ada })).text()
  return { id: /\?bild=(.*)/.exec(answer.headers.get('location') ?? '')?.[1] ?? '', address: /src="(\/filer\/[^"]+)" alt="Kommunens vapen"/.exec(page)?.[1] ?? '' }
}

describe('a logo', () => {
  let shown = { id: '', address: '' }
  test('is looked at before it holds, by those who are signed in and nobody else', async () => {
    const answer = await upload(png)
    expect(answer.status).toBe(302)
    shown = await previewed(answer)
    expect((await site.get(shown.address, { cookie: ada })).headers.get('cache-control')).toMatch(/^private/)
    expect((await site.get(shown.address)).status).toBe(404)
    expect(await (await site.get('/')).text()).not.toContain('/filer/')
  })
  test('stands on every page from when it is set, small enough for them all, and is in the trail', async () => {
    expect((await site.post(here, { act: 'set', file: shown.id }, { cookie: ada })).status).toBe(302)
    for (const [path, cookie] of [
      ['/', ''],
      ['/arbete/personer', ada],
      ['/finns-inte', ''],
    ] as const)
      expect(await (await site.get(path, { cookie })).text(), path).toContain(`<img class="brand-logo" src="${shown.address}" alt="Kommunens vapen" width="288" height="96"/>`)
    const file = await site.get(shown.address)
    expect((await file.arrayBuffer()).byteLength).toBeLessThan(20 * 1024)
    expect((await pool().query("select act from trail_events where act like 'logo-%'")).rows).toEqual([{ act: 'logo-set' }])
  })
  test('is served so that nothing in it can run', async () => {
    const { status, headers } = await site.get(shown.address)
    expect(status).toBe(200)
    expect(
      Object.fromEntries(['content-type', 'x-content-type-options', 'content-security-policy', 'content-disposition', 'cache-control'].map((name) => [name, headers.get(name)])),
    ).toEqual({
      'content-type': 'image/png',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'content-disposition': `inline; filename="vapen.png"; filename*=UTF-8''vapen.png`,
      'cache-control': 'public, max-age=31536000, immutable',
    })
  })
  test('45: is had by its whole address only: a part, another ending and what isn’t there answer alike', async () => {
    const hash = /[0-9a-f]{64}/.exec(shown.address)?.[0] ?? ''
    const missing = await (await site.get(`/filer/${'0'.repeat(64)}.png`)).text()
    for (const name of [`${hash.slice(0, 12)}.png`, `${hash}.jpg`, `${hash}.html`, hash, `${hash}.png.html`, `..%2f..%2fsecret`, `${shown.id}.png`, `${hash.toUpperCase()}.png`])
      for (const cookie of ['', ada]) {
        const answer = await site.get(`/filer/${name}`, { cookie })
        expect([answer.status, await answer.text()], name).toEqual([404, missing])
      }
  })
  test('an address with a NUL in it is no address of a file', async () => expect((await site.get('/filer/%00', { cookie: ada })).status).toBe(404))
  test('goes through backup and restore byte for byte', async () => {
    const copy = await copyTemplate()
    const other = new pg.Pool(copy.connection)
    const lines = (async function* () {
      for await (const line of dumpDatabase(pool())) yield line.replace(/\n$/, '')
    })()
    await restoreDatabase(other, lines)
    const held = 'select sha256, bytes from files_files order by id'
    expect((await other.query(held)).rows).toEqual((await pool().query(held)).rows)
    await other.end()
    await copy.remove()
  })
  test('is taken away with a reason, and its bytes with it', async () => {
    expect((await site.post(here, { act: 'remove', why: ' ' }, { cookie: ada })).status).toBe(422)
    expect((await site.get(shown.address)).status).toBe(200)
    expect((await site.post(here, { act: 'remove', why: 'Ny grafisk profil' }, { cookie: ada })).status).toBe(302)
    for (const cookie of ['', ada]) expect((await site.get(shown.address, { cookie })).status).toBe(404)
    expect(await (await site.get('/')).text()).not.toContain('/filer/')
    expect((await pool().query('select bytes, removed_why from files_files where id = $1', [shown.id])).rows).toEqual([{ bytes: null, removed_why: 'Ny grafisk profil' }])
    expect(await (await site.get(here, { cookie: ada })).text()).toContain('Borttagen: Ny grafisk profil')
  })
  test('that was looked at and thrown away is erased', async () => {
    const { id, address } = await previewed(await upload(png))
    expect((await site.post(here, { act: 'discard', file: id }, { cookie: ada })).status).toBe(302)
    expect((await site.get(address, { cookie: ada })).status).toBe(404)
  })
})

describe('what is kept of an image', () => {
  const kept = async () => (await pool().query('select name, media_type, width, height, bytes from files_files where bytes is not null order by uploaded_at desc limit 1')).rows[0]
  test('is its pixels: no place, no name, no comment; and it is turned as it was held', async () => {
    const jpeg = await picture(80, 40, 'jpeg')
    const exif = Buffer.concat([Buffer.from('Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01\0\x06\0\0\0\0\0\0', 'latin1'), Buffer.from('GPS 62.52 15.65')])
    const comment = Buffer.from('Fotograf: Hemlig')
    const segment = (marker: number, data: Buffer) => Buffer.concat([Buffer.from([0xff, marker, 0, data.length + 2]), data])
    const sent = Buffer.concat([jpeg.subarray(0, 2), segment(0xe1, exif), segment(0xfe, comment), jpeg.subarray(2)])
    expect((await upload(sent)).status).toBe(302)
    const { bytes, ...rest } = await kept()
    expect(rest).toEqual({ name: 'vapen.jpg', media_type: 'image/jpeg', width: 40, height: 80 })
    for (const secret of ['Exif', 'GPS', 'Hemlig']) expect([sent.includes(secret), bytes.includes(secret)], secret).toEqual([true, false])
  })
  test.each(['png', 'jpeg', 'webp'] as const)('is small enough for every page, %s', async (kind) => {
    expect((await upload(await picture(1200, 1200, kind))).status).toBe(302)
    const { width, height, bytes } = await kept()
    expect([width, height]).toEqual([96, 96])
    expect(bytes.length).toBeLessThanOrEqual(20 * 1024)
  })
  test('27: of its file name only text, that no page and no header runs', async () => {
    expect((await upload(png, { name: '../../<svg onload=alert(1)>"\r\nx: y.php.png' })).status).toBe(302)
    expect((await kept()).name).toMatch(/^[\p{L}\p{N} _-]+\.png$/u)
    expect(await (await site.get(here, { cookie: ada })).text()).not.toContain('<svg onload')
  })
})

describe('50: is refused with a sentence and nothing stored:', () => {
  const of = (text: string) => Buffer.from(text, 'latin1')
  const pngOf = (width: number, height: number) => {
    const bomb = Buffer.from(png)
    bomb.writeUInt32BE(width, 16)
    bomb.writeUInt32BE(height, 20)
    return bomb
  }
  test.each<[string, () => Uint8Array, string]>([
    ['nothing', () => of(''), 'Välj en bild'],
    ['a web shell', () => of('<?php system($_GET[1]); ?>'), 'ingen bild'],
    ['a drawing with a script', () => of('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'), 'ingen bild'],
    ['a page', () => of('<!doctype html><script>alert(1)</script>'), 'ingen bild'],
    ['an archive that climbs', () => of('PK\x03\x04../../etc/passwd'), 'ingen bild'],
    ['a film of pictures', () => of('GIF89a/*\x01\x00*/=alert(1)'), 'ingen bild'],
    ['a document where an image is asked for', () => of('%PDF-1.7\n%%EOF'), 'ingen bild'],
    ['a page that becomes a document', () => of('<html>%PDF-1.7\n%%EOF'), 'ingen bild'],
    ['an image with a script after it', () => Buffer.concat([png, of('<script>alert(1)</script>')]), 'går inte att läsa'],
    ['an image with an archive after it', () => Buffer.concat([of('\xff\xd8\xff\xe0\0\x10JFIF\xff\xd9'), of('PK\x05\x06'), Buffer.alloc(18)]), 'går inte att läsa'],
    ['half an image', () => png.subarray(0, png.length - 20), 'går inte att läsa'],
    ['an image of rubbish', () => Buffer.concat([png.subarray(0, 60), Buffer.alloc(40, 7), png.subarray(100)]), 'går inte att läsa'],
    ['an image that unpacks to a billion pixels', () => pngOf(40_000, 40_000), 'högst 12 miljoner'],
    ['an image that says it is larger than it is', () => pngOf(3_000, 3_000), 'går inte att läsa'],
    ['an image of more than 5 MB', () => Buffer.concat([png, Buffer.alloc(5 * 1024 * 1024)]), 'högst 5 MB'],
  ])('%s', async (_, bytes, sentence) => {
    const before = [await count('files_files'), await count('trail_events')]
    const answer = await upload(bytes())
    const page = await answer.text()
    expect([answer.status, page.includes(sentence), page.includes('value="Kommunens vapen"')]).toEqual([422, true, true])
    expect([await count('files_files'), await count('trail_events')]).toEqual(before)
  })
  test('an image that nobody has said what it shows', async () => {
    const before = await count('files_files')
    expect((await upload(png, { alt: ' ' })).status).toBe(422)
    expect(await count('files_files')).toBe(before)
  })
  test('a form cut off, one too large, and a large one anywhere else', async () => {
    const cut = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.png"\r\n\r\n'
    expect((await site.post(here, cut, { cookie: ada, 'content-type': 'multipart/form-data; boundary=x' })).status).toBe(400)
    expect((await upload(Buffer.alloc(6 * 1024 * 1024))).status).toBe(413)
    expect((await site.post('/arbete/installningar', 'x'.repeat(300 * 1024), { cookie: ada })).status).toBe(413)
  })
  test('anybody but the administrator', async () => {
    const before = await count('files_files')
    expect((await upload(png, { cookie: bo })).status).toBe(403)
    expect((await upload(png, { cookie: '' })).headers.get('location')).toMatch(/^\/logga-in/)
    expect((await site.get(here, { cookie: bo })).status).toBe(403)
    for (const act of ['set', 'remove', 'discard']) expect((await site.post(here, { act, file: 'x', why: 'x' }, { cookie: bo })).status).toBe(403)
    expect(await count('files_files')).toBe(before)
  })
  test('an image that isn’t there', async () => {
    for (const file of ['', 'x', '00000000-0000-4000-8000-000000000000'])
      for (const act of ['set', 'discard']) expect((await site.post(here, { act, file }, { cookie: ada })).status).toBe(404)
  })
})

describe('the antivirus', () => {
  let server: Server | undefined
  const asked: Buffer[] = []
  afterEach(() => {
    server?.close()
    delete process.env.SAMSYN_ANTIVIRUS
  })
  /** Speaks clamd's INSTREAM, and answers with what is given; nothing is silence, and `cut` hangs up. */
  const listen = async (reply: string | undefined) => {
    server = createServer((socket) => {
      let heard = Buffer.alloc(0)
      socket.on('error', () => {})
      socket.on('data', (some) => {
        heard = Buffer.concat([heard, some])
        if (heard.subarray(-4).readUInt32BE() !== 0 || heard.length < 14 + 4) return
        asked.push(heard)
        if (reply === 'cut') socket.destroy()
        else if (reply) socket.end(`${reply}\0`)
      })
    })
    await new Promise<void>((done) => server?.listen(0, '127.0.0.1', done))
    const address = server.address()
    process.env.SAMSYN_ANTIVIRUS = `tcp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`
  }
  test('is given every byte as it was sent, and what it calls clean is taken', async () => {
    await listen('stream: OK')
    expect((await upload(png)).status).toBe(302)
    const heard = asked.at(-1) ?? Buffer.alloc(0)
    expect(heard.subarray(0, 10).toString('latin1')).toBe('zINSTREAM\0')
    expect(heard.subarray(14, -4).equals(png)).toBe(true)
  })
  test.each<[string, string | undefined, string]>([
    ['finds something', 'stream: Eicar-Test-Signature FOUND', 'Virusskyddet stoppade filen'],
    ['can’t say', 'INSTREAM size limit exceeded. ERROR', 'Virusskyddet svarar inte'],
    ['hangs up', 'cut', 'Virusskyddet svarar inte'],
    ['is silent', undefined, 'Virusskyddet svarar inte'],
  ])('stops a file when it %s, and nothing is stored', async (_, reply, sentence) => {
    await listen(reply)
    const before = await count('files_files')
    const answer = await upload(png)
    expect([answer.status, (await answer.text()).includes(sentence)]).toEqual([422, true])
    expect(await count('files_files')).toBe(before)
  })
  test('stops a file when it isn’t there', async () => {
    process.env.SAMSYN_ANTIVIRUS = 'tcp://127.0.0.1:1'
    expect((await upload(png)).status).toBe(422)
  })
})

test('a file is not written over, in the database either', async () => {
  await expect(pool().query("update files_files set alt = 'annat' where bytes is not null")).rejects.toThrow('append-only')
  await expect(pool().query('delete from files_files')).rejects.toThrow('append-only')
  await expect(pool().query('delete from files_logos')).rejects.toThrow('append-only')
})

import { expect, test } from 'vitest'
import { cleanFileName, dispositionOf } from './file-name.ts'
import { judgeUpload, mostDocumentBytes } from './judge-upload.ts'
import { mediaTypeOf } from './media-types.ts'
import { pixelSizeOf } from './pixel-size.ts'
import { purposes } from './purposes.ts'

const of = (text: string) => Buffer.from(text, 'latin1')
const judge = (text: string) => judgeUpload(of(text), purposes.page)

test('a document is one from its first byte to its last, and not a page as well', () => {
  expect(judge('%PDF-1.7\nobj\n%%EOF\n')).toEqual({ mediaType: 'application/pdf', size: undefined })
  expect(judge('%PDF-1.7\n<script>alert(1)</script>\n%%EOF')).toEqual({ fault: 'not-whole' })
  expect(judge('%PDF-1.7\n%%EOF\nPK\x03\x04')).toEqual({ fault: 'not-whole' })
  expect(judge(' %PDF-1.7\n%%EOF')).toEqual({ fault: 'not-a-file-we-take' })
  expect(judgeUpload(Buffer.concat([of('%PDF-1.7'), Buffer.alloc(mostDocumentBytes)]), purposes.page)).toEqual({ fault: 'file-too-large' })
})

test('the size of a WebP is read from each of its three headers', () => {
  const webp = (kind: string, rest: string) => of(`RIFF\0\0\0\0WEBP${kind}\0\0\0\0${rest}`.padEnd(40, '\0'))
  expect(pixelSizeOf(webp('VP8X', '\0\0\0\0\x1f\x03\0\x57\x02\0'), 'image/webp')).toEqual({ width: 800, height: 600 })
  expect(pixelSizeOf(webp('VP8 ', '\0\0\0\x9d\x01\x2a\x20\x03\x58\x02'), 'image/webp')).toEqual({ width: 800, height: 600 })
  expect(pixelSizeOf(webp('VP8L', '\x2f\x1f\xc3\x95\0'), 'image/webp')).toEqual({ width: 800, height: 600 })
})

test('a file name is text: no folder, no mark, no turned direction, one ending', () => {
  expect(cleanFileName('..\\..\\vapen.php.png', 'png')).toBe('vapen-php.png')
  expect(cleanFileName('fil\u202egnp.exe', 'pdf')).toBe('fil gnp.pdf')
  for (const nothing of ['', '.png', '../', '\u0000', '\ud800']) expect(cleanFileName(nothing, 'png')).toBe('fil.png')
})

test('a name with letters of ours is said in ASCII and in full', () => {
  expect(dispositionOf("Å's plan.pdf", 'attachment')).toBe(`attachment; filename="A_s plan.pdf"; filename*=UTF-8''%C3%85%27s%20plan.pdf`)
})

test('nothing is known of what begins with nothing', () => {
  expect(mediaTypeOf(of(''))).toBeUndefined()
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readForm } from './read-form.ts'

const formOf = (body: string | Uint8Array<ArrayBuffer>) =>
  readForm(new Request('http://samsyn.example/', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body }))
const readText = async (body: string | Uint8Array<ArrayBuffer>) => (await formOf(body)).text('text')
const whole = (text: string) => text.isWellFormed() && !/[\u{10F000}-\u{10F3FF}]/u.test(text)

describe('a form that was sent', () => {
  test('gives back what was written, whatever it was, with the line ends of the house', async () => {
    const written = fc.string({ unit: 'binary' }).filter(whole)
    await fc.assert(
      fc.asyncProperty(written, written, async (name, text) => {
        const form = await formOf(new URLSearchParams([[`n${name}`, text]]).toString())
        expect(form.text(`n${name.replaceAll('\r\n', '\n')}`)).toBe(text.replaceAll('\r\n', '\n'))
      }),
    )
  })

  test('reads the same where letters are not encoded, or all are', async () => {
    const said = 'Skogen på 50 år & älven – så'
    const bytes = new TextEncoder().encode(said)
    const encoded = [...bytes].map((byte) => `%${byte.toString(16).padStart(2, '0')}`).join('')
    expect(await readText(`text=${encoded}`)).toBe(said)
    expect(await readText(`text=${encoded.toUpperCase()}`)).toBe(said)
    expect(await readText(new Uint8Array([...new TextEncoder().encode('text='), ...bytes.filter((byte) => byte !== 0x26)]))).toBe(said.replace('&', ''))
  })

  test('keeps a percent sign that encodes nothing, also beside what is encoded', async () => {
    expect(await readText('text=100%+av+Ljungaverk+%zz+%C3%A5+%')).toBe('100% av Ljungaverk %zz å %')
  })

  test('is refused where its bytes are no text, and not stored with letters lost', async () => {
    for (const broken of ['text=%ff', 'text=%C3', 'text=%ED%A0%80', 'text=%C0%AF'])
      await expect(formOf(broken).then(({ text }) => text('text'))).rejects.toMatchObject({ status: 400 })
    await expect(formOf(new Uint8Array([...new TextEncoder().encode('text='), 0xe5]))).rejects.toMatchObject({ status: 400 })
  })
})

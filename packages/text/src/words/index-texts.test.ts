import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSentences } from '../../../../seeds/ange/sentences.ts'
import { wordReader } from './analyse-words.ts'
import { indexTexts } from './index-texts.ts'
import { lexiconOf } from './split-compound.ts'
import { readWordTable } from './word-table.ts'

const lexicon = lexiconOf(readWordTable(readFileSync(resolve(import.meta.dirname, '../../data/swedish-words.bin'))))
const sentences = readSentences(resolve(import.meta.dirname, '../../../../seeds/ange/voices')).map(({ text }) => text)
const wordsOf = ({ forms, starts, words }: ReturnType<typeof indexTexts>, text: number) => Array.from(words.subarray(starts[text], starts[text + 1]), (form) => forms[form])

describe('an index of texts', () => {
  test('has of each text the words that the reader of one text has, in their order', () => {
    const index = indexTexts(sentences, lexicon)
    const read = wordReader(lexicon)
    sentences.forEach((text, at) => {
      expect(wordsOf(index, at)).toEqual(read(text).map(({ word }) => word))
    })
  })
  test('is the same, text for text, in whatever order the texts come', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray(sentences.slice(0, 40), { minLength: 40 }), (shuffled) => {
        const [one, other] = [indexTexts(sentences.slice(0, 40), lexicon), indexTexts(shuffled, lexicon)]
        expect([other.forms, other.stems]).toEqual([one.forms, one.stems])
        shuffled.forEach((text, at) => {
          expect(wordsOf(other, at)).toEqual(wordsOf(one, sentences.indexOf(text)))
        })
      }),
      { numRuns: 20 },
    )
  })
  test('takes anything for a text', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'binary' })), (texts) => {
        const { size, starts, words, forms } = indexTexts(texts, lexicon)
        expect([size, starts.length, starts[size]]).toEqual([texts.length, texts.length + 1, words.length])
        expect(words.every((form) => form < forms.length)).toBe(true)
      }),
    )
  })
  test('makes good a slip that comes once, and leaves a strange word that comes again', () => {
    const stemsOf = (texts: string[]) => {
      const { stems } = indexTexts(texts, lexicon)
      return stems
    }
    expect(stemsOf(['Bättre arbetsmijlö', 'Skog'])).toContain('arbetsmiljö')
    expect(stemsOf(['Bättre arbetsmijlö', 'arbetsmijlö', 'ARBETSMIJLÖ'])).not.toContain('arbetsmiljö')
  })
  test('leaves out the question’s own words, in any form', () => {
    expect(indexTexts(['Kommunen bör bygga bad'], lexicon, { question: 'Vad ska kommunerna bygga?' }).stems).toEqual(['bad'])
  })
})

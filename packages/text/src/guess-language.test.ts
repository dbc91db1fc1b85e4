import { existsSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readSentences } from '../../../seeds/ange/sentences.ts'
import { ownMs } from '../../../test/processor-time.ts'
import { testWithShared } from '../../../test/shared.ts'
import { guessLanguage } from './guess-language.ts'

const shared = resolve(import.meta.dirname, '../../../../shared/data/text')
const textsOf = (set: string): string[] =>
  existsSync(shared)
    ? readFileSync(resolve(shared, set, 'data.jsonl'), 'utf8')
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line).text)
    : []
const share = (texts: readonly string[], language: string) => texts.filter((text) => guessLanguage(text).language === language).length / texts.length

describe('the language of a text', () => {
  test.each([
    ['Vi behöver bättre vägar och en skola som är kvar', 'sv'],
    ['We need better roads and a school that stays open', 'en'],
    ['Meidän kylässä pitää olla koulu ja enemmän busseja', 'fi'],
    ['Vi trenger bedre veier og en skole som ikke legges ned', 'no'],
    ['Wir brauchen bessere Straßen und eine Schule für die Kinder', 'de'],
    ['Waxaan rabnaa in dadka degmada ay helaan basas badan', 'so'],
    ['Queremos más autobuses para los niños del pueblo', 'es'],
    ['Nous voulons une école pour les enfants du village', 'fr'],
    ['Chcemy więcej autobusów dla dzieci, nie tylko w mieście', 'pl'],
    ['نحن نريد المزيد من الحافلات إلى المدرسة', 'ar'],
    ['ما به اتوبوس های بیشتر برای بچه ها نیاز داریم', 'fa'],
    ['Нам потрібно більше автобусів для дітей', 'uk'],
    ['Нам нужно больше автобусов, чтобы дети были в школе', 'ru'],
    ['ተጨማሪ ኣውቶቡስ ንደሊ', 'ti'],
  ])('%s', (text, language) => expect(guessLanguage(text).language).toBe(language))
  test.each(['', '123', '😀 😀', 'Ljungaverk', '...'])('is not guessed where nothing tells: %j', (text) => expect(guessLanguage(text).certainty).not.toBe('likely'))
  test('is Swedish for what the demo’s people wrote, dialect and slips and all, unless they wrote another', () => {
    const long = readSentences(resolve(import.meta.dirname, '../../../seeds/ange/voices'))
      .map(({ text }) => text)
      .filter((text) => text.split(' ').length >= 5)
    expect(share(long, 'sv')).toBeGreaterThan(0.95)
  })
  test('is guessed quickly in a long text', () => {
    const started = ownMs()
    guessLanguage('skog och buss '.repeat(100_000))
    expect(ownMs() - started).toBeLessThan(2_000)
  })
  testWithShared('is known in a thousand sentences, and Icelandic and Catalan are not taken for Swedish', () => {
    expect(share(textsOf('sv-sib200'), 'sv')).toBeGreaterThan(0.97)
    expect(share(textsOf('sv-swefaq'), 'sv')).toBeGreaterThan(0.97)
    expect(share(textsOf('en-themefinder'), 'en')).toBeGreaterThan(0.97)
    expect(share(textsOf('is-better-reykjavik'), 'sv')).toBeLessThan(0.1)
    expect(share(textsOf('ca-barcelona-pam'), 'sv')).toBeLessThan(0.05)
  })
})

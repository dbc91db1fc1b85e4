import { randomBytes } from 'node:crypto'
import { renderSVG } from 'uqr'
import { printPdf } from '#documents'
import { languages } from '#kernel/languages'
import type { Moment } from '#kernel/moment'
import { formatDay } from '#ui/format'
import { cardTemplate } from './card-template.ts'
import { mintReceipt } from './mint-receipt.ts'
import { paperQuestions } from './paper-questions.ts'
import { paperTemplate } from './paper-template.ts'
import { paperWords } from './paper-words.ts'
import { posterTemplate } from './poster-template.ts'
import { readPaperPictures } from './read-paper-pictures.ts'
import { readPosterPlaces } from './read-poster-places.ts'
import type { SurveyReading } from './read-survey.ts'
import type { WrittenLanguage } from './read-written-languages.ts'
import { inLanguage, type Language, wordsIn } from './rules/in-language.ts'
import { questionOf } from './rules/spoken-question.ts'
import { words } from './words.ts'

type Sender = { readonly municipality: string; readonly returnTo: string; readonly address: string }
type Wish = { readonly first: number; readonly copies: number; readonly written: WrittenLanguage }

/**
 * A survey on paper, in a language that it has been written in; what lacks there is in Swedish. As many copies as asked for, each with its number and a receipt
 * code of its own. No code is stored before a form is entered.
 */
export async function printPaper(dialogue: SurveyReading, { first, copies, written }: Wish, sender: Sender) {
  const { legalBasis, contact } = dialogue
  const { content } = written
  const address = `${sender.address}/delta/${dialogue.slug}`
  const language = wordsIn(written.tongue)
  const [word, paper, closes] = [words(language), paperWords(language), closesInWords(dialogue, language)]
  const questions = dialogue.questions.map((question) => questionOf(question, language, content))
  const pictures = await readPaperPictures(questions)
  return printPdf({
    template: paperTemplate,
    files: pictures.files,
    data: {
      ...headOf(dialogue, written),
      ...{ legalBasis, contact, address, byMachine: content.byMachine },
      information: inLanguage(language, dialogue.information, dialogue.informationEnglish, content),
      promise: inLanguage(language, dialogue.promise, dialogue.promiseEnglish, content),
      words: {
        ...plain(paper),
        before: word.aboutAnswers,
        legalBasis: word.legalBasis,
        other: word.otherWhat,
        by: paper.by(closes),
        receiptUse: paper.receiptUse(`${sender.address}/folj`),
      },
      municipality: sender.municipality,
      returnTo: sender.returnTo,
      qr: renderSVG(linkTo(`/delta/${dialogue.slug}`, written, sender), { ecc: 'M' }),
      questions: paperQuestions(questions, language, pictures.of),
      copies: Array.from({ length: copies }, (_, index) => ({
        number: String(first + index),
        code: mintReceipt(dialogue.id, randomBytes(18).toString('base64url')).code,
      })),
    },
  })
}

export type Handbill = 'posters' | 'cards'

/** A poster or a page of cards for each place, with a code that leads to the survey and says from which place one came; one for all when there are no places. */
export async function printPosters(dialogue: SurveyReading, { kind, written }: { kind: Handbill; written: WrittenLanguage }, sender: Omit<Sender, 'returnTo'>, now: Moment) {
  const places = (await readPosterPlaces(dialogue, now)).filter(({ isEnded }) => !isEnded)
  const path = `/delta/${dialogue.slug}`
  const posters = places.map(({ key, label }) => ({ place: label, link: linkTo(`${path}?via=${encodeURIComponent(key)}`, written, sender) }))
  const language = wordsIn(written.tongue)
  const [paper, closes] = [paperWords(language), closesInWords(dialogue, language)]
  return printPdf({
    template: kind === 'cards' ? cardTemplate : posterTemplate,
    data: {
      ...headOf(dialogue, written),
      ...{ contact: dialogue.contact, address: `${sender.address}${path}` },
      words: { ...plain(paper), answerBy: paper.answerBy(closes), until: paper.until(closes) },
      municipality: sender.municipality,
      posters: (posters.length > 0 ? posters : [{ place: '', link: linkTo(path, written, sender) }]).map(({ place, link }) => ({ place, link, qr: renderSVG(link, { ecc: 'Q' }) })),
    },
  })
}

/** Where a code leads: to a page in the language of the paper. */
function linkTo(path: string, { tongue }: WrittenLanguage, { address }: Pick<Sender, 'address'>): string {
  return tongue === 'sv' ? `${address}${path}` : `${address}/sprak/${tongue}?till=${encodeURIComponent(path)}`
}

function headOf({ title, titleEnglish }: SurveyReading, written: WrittenLanguage) {
  const speaks = wordsIn(written.tongue)
  return { title: inLanguage(speaks, title, titleEnglish, written.content), lang: written.tongue, runs: languages[written.tongue].dir, speaks }
}

// The words that something goes into are said where it is known.
function plain(said: ReturnType<typeof paperWords>) {
  return Object.fromEntries(Object.entries(said).filter(([, word]) => typeof word === 'string'))
}

/** On paper too with the clock, and the day as one says it. */
function closesInWords({ closesOn, closesTime }: SurveyReading, language: Language): string {
  return words(language).atClock(formatDay(closesOn, language), language === 'sv' ? closesTime.replace(':', '.') : closesTime)
}

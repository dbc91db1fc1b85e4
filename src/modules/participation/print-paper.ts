import { randomBytes } from 'node:crypto'
import { renderSVG } from 'uqr'
import { printPdf } from '#documents'
import type { Moment } from '#kernel/moment'
import { formatDay } from '#ui/format'
import { cardTemplate } from './card-template.ts'
import { mintReceipt } from './mint-receipt.ts'
import { paperTemplate } from './paper-template.ts'
import { posterTemplate } from './poster-template.ts'
import { readPosterPlaces } from './read-poster-places.ts'
import type { SurveyReading } from './read-survey.ts'
import { paperQuestions } from './rules/paper-questions.ts'
import { words } from './words.ts'

type Sender = { readonly municipality: string; readonly returnTo: string; readonly address: string }

/** A survey on paper: as many copies as asked for, each with its number and a receipt code of its own. No code is stored before a form is entered. */
export async function printPaper(dialogue: SurveyReading, { first, copies }: { readonly first: number; readonly copies: number }, sender: Sender) {
  const { title, information, promise, legalBasis, contact } = dialogue
  const address = `${sender.address}/delta/${dialogue.slug}`
  return printPdf({
    template: paperTemplate,
    data: {
      ...{ title, information, promise, legalBasis, contact, address },
      closes: closesInWords(dialogue),
      municipality: sender.municipality,
      returnTo: sender.returnTo,
      followAddress: `${sender.address}/folj`,
      qr: renderSVG(address, { ecc: 'M' }),
      questions: paperQuestions(dialogue.questions),
      copies: Array.from({ length: copies }, (_, index) => ({
        number: String(first + index),
        code: mintReceipt(dialogue.id, randomBytes(18).toString('base64url')).code,
      })),
    },
  })
}

export type Handbill = 'posters' | 'cards'

/** A poster or a page of cards for each place, with a code that leads to the survey and says from which place one came; one for all when there are no places. */
export async function printPosters(dialogue: SurveyReading, kind: Handbill, sender: Omit<Sender, 'returnTo'>, now: Moment) {
  const { title, contact } = dialogue
  const address = `${sender.address}/delta/${dialogue.slug}`
  const places = (await readPosterPlaces(dialogue, now)).filter(({ isEnded }) => !isEnded)
  const posters = places.map(({ key, label }) => ({ place: label, link: `${address}?via=${encodeURIComponent(key)}` }))
  return printPdf({
    template: kind === 'cards' ? cardTemplate : posterTemplate,
    data: {
      ...{ title, contact, address },
      closes: closesInWords(dialogue),
      municipality: sender.municipality,
      posters: (posters.length > 0 ? posters : [{ place: '', link: address }]).map(({ place, link }) => ({ place, link, qr: renderSVG(link, { ecc: 'Q' }) })),
    },
  })
}

/** On paper too with the clock, and the day as one says it. */
function closesInWords({ closesOn, closesTime }: SurveyReading): string {
  return words('sv').atClock(formatDay(closesOn), closesTime.replace(':', '.'))
}

import { createHmac, randomBytes } from 'node:crypto'
import type { Moment } from '#kernel/moment'
import { countNow } from './read-figures.ts'
import type { SurveyReading } from './read-survey.ts'
import type { HandedAnswer, HandedText } from './rules/answer-sheet.ts'
import type { CodebookQuestion } from './rules/codebook.ts'
import type { PosterFigures } from './rules/poster-figures.ts'
import * as store from './store.server.ts'

/** Texts as they may be shown, or as they were written. What somebody has masked is masked in both. */
export type TextsWished = 'shown' | 'raw'

const atOnce = 1000

/**
 * The answers of a dialogue as they are handed out, a thousand at a time. They lie in the order of a hash with a key that is thrown away, so that
 * neither one file nor two held together say who came first.
 */
export async function* readHandedAnswers(dialogueId: string, texts: TextsWished, posters: PosterFigures | undefined): AsyncGenerator<HandedAnswer> {
  const key = randomBytes(32)
  const ids = (await store.listResponseIds(dialogueId))
    .map((id) => ({ id, place: createHmac('sha256', key).update(id).digest('base64') }))
    .sort((a, b) => (a.place < b.place ? -1 : 1))
    .map(({ id }) => id)
  for (let at = 0; at < ids.length; at += atOnce) {
    const batch = ids.slice(at, at + atOnce)
    const [answers, written] = [new Map((await store.listAnswersById(batch)).map((answer) => [answer.id, answer])), await store.listTextsOf(batch)]
    const textsOf = Map.groupBy(written, ({ responseId }) => responseId)
    for (const id of batch) {
      const answer = answers.get(id)
      // Taken back since the file was begun.
      if (!answer) continue
      const own = Map.groupBy(textsOf.get(id) ?? [], ({ question }) => question)
      yield {
        group: { key: answer.groupKey, name: answer.groupName },
        poster: posterOf(answer.poster, posters),
        version: answer.version,
        values: answer.values,
        texts: Object.fromEntries([...own].map(([question, rows]) => [question, rows.map((row) => handed(row, texts))])),
      }
    }
  }
}

/** Where those of all small places are few together, the rows would say who they are: then they are as those that came by none. */
function posterOf(poster: string | null, posters: PosterFigures | undefined): HandedAnswer['poster'] {
  if (poster === null) return null
  const found = posters?.places.find(({ key }) => key === poster)
  if (found) return { key: found.key, label: found.label }
  return typeof posters?.others?.count === 'number' ? 'few' : null
}

function handed({ text, verdict }: Awaited<ReturnType<typeof store.listTextsOf>>[number], texts: TextsWished): HandedText {
  if (texts === 'raw') return { text }
  return verdict === 'may-be-shown' ? { text } : { hidden: verdict ?? 'waiting' }
}

/** The questions as a codebook tells them: with their words in each version, and how many answered. */
export async function readCodebook(dialogue: SurveyReading, now: Moment): Promise<{ readonly questions: CodebookQuestion[]; readonly responses: number }> {
  const [first, corrected, { questions: figures, responses }] = [
    await store.listFirstWords(dialogue.id),
    await store.listCorrectedWords([dialogue.id]),
    await countNow(dialogue, now),
  ]
  const answered = new Map(figures.map((each) => [each.key, each.answered]))
  const questions = dialogue.questions.map((question) => ({
    ...question,
    words: [
      ...first.filter(({ id }) => id === question.id).map(({ wording, form }) => ({ version: 1, wording, form })),
      ...corrected.flatMap(({ version, words }) => (words?.questionId === question.id ? [{ version, wording: words.wording, form: words.form }] : [])),
    ],
    answered: answered.get(question.key) ?? 0,
  }))
  return { questions, responses }
}

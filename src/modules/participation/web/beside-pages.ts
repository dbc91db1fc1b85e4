import { answerSurvey } from './answer-survey.tsx'
import { answerVote } from './answer-vote.ts'

/** What is answered by the side of the pages, for it comes by the hundred each second. */
export const besidePages = { vote: answerVote, survey: answerSurvey }

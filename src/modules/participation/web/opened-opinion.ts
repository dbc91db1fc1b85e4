import { refuse } from '#http/respond'
import type { Moment } from '#kernel/moment'
import { isParticipant } from '../mint-participant.ts'
import { participantCookie } from '../participant-cookie.ts'
import { type OpinionBoard, readOpinionBoard } from '../read-opinion-board.ts'
import { readSurvey, type SurveyReading } from '../read-survey.ts'

export type OpenedOpinion = {
  readonly dialogue: SurveyReading
  readonly board: OpinionBoard
  /** Of whoever has voted on this device. */
  readonly token: string | undefined
}

/** The dialogue of statements at an address, once it has been opened, and who has come; else there is no such page. */
export async function openedOpinion(slug: string | undefined, request: Request, now: Moment): Promise<OpenedOpinion> {
  const dialogue = await readSurvey(slug ?? '', now)
  const board = dialogue?.kind === 'opinion' && dialogue.state !== 'draft' ? await readOpinionBoard(dialogue.slug) : undefined
  if (!dialogue || !board) refuse({ refused: 'not-found' })
  const kept = participantCookie.read(request.headers)
  return { dialogue, board, token: kept !== undefined && isParticipant(dialogue.id, kept) ? kept : undefined }
}

import type { Moment } from '#kernel/moment'
import { forgetOldNoticeWishes, writeLostConfirmationsAnew } from './ask-to-be-told.ts'
import { forgetOldBursts, keepBursts } from './count-arrival.ts'
import { forgetOldHolders } from './end-holders.ts'
import { forgetOldBegunAnswers } from './keep-begun-answer.ts'
import { mixCodes } from './mix-codes.ts'
import { sendCodeLetters } from './send-code-letters.ts'
import { settleNoticeLetters } from './settle-notice-letters.ts'
import { tellWhatHasCome } from './tell-what-has-come.ts'

type Chore = (now: Moment, address: string) => Promise<unknown>

/** What is to be done by itself, each hour and each minute, in this order; with letters only where mail leaves the house. */
export const chores: { readonly hourly: readonly Chore[]; readonly eachMinute: readonly Chore[]; readonly lettersEachMinute: readonly Chore[] } = {
  hourly: [forgetOldBegunAnswers, settleNoticeLetters, writeLostConfirmationsAnew, forgetOldNoticeWishes, forgetOldBursts, tellWhatHasCome, mixCodes],
  eachMinute: [forgetOldHolders, settleNoticeLetters, keepBursts],
  lettersEachMinute: [sendCodeLetters],
}

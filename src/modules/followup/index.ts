/** Owns the judgement: what was asked for, what was judged and by whom, when it was locked, and what was changed afterwards. */
export { judgeGoal } from './judge-goal.ts'
export { lockRound } from './lock-round.ts'
export { openRound } from './open-round.ts'
export { type ActivityStatusReading, readActivityStatuses } from './read-activity-statuses.ts'
export { type JudgementReading, type RoundReading, readJudgements, readRounds } from './read-rounds.ts'
export { reopenRound } from './reopen-round.ts'
export { type Summary, summarise } from './rules/summary.ts'
export { setActivityStatus } from './set-activity-status.ts'

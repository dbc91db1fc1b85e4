import { may } from '#kernel/actor'

/** The controller opens and locks rounds; those responsible judge their goals. */
export const mayOpenRound = may('open-round', 'controller')
export const mayJudgeGoal = may('judge-goal', 'responsible', 'controller')
export const maySetActivityStatus = may('set-activity-status', 'responsible', 'controller')
export const mayLockRound = may('lock-round', 'controller')
export const mayReopenRound = may('reopen-round', 'controller')

import { may } from '#kernel/actor'

/** The analyst reads and codes; the process leader may too. Either freezes what was found. */
export const mayCreateTheme = may('create-theme', 'analyst', 'process-leader')
export const mayEditTheme = may('edit-theme', 'analyst', 'process-leader')
export const mayCodeStatement = may('code-statement', 'analyst', 'process-leader')
export const mayWithdrawCoding = may('withdraw-coding', 'analyst', 'process-leader')
export const maySetAsideStatement = may('set-aside-statement', 'analyst', 'process-leader')
export const mayFreezeMatrix = may('freeze-matrix', 'analyst', 'process-leader')
export const mayDrawRound = may('draw-round', 'analyst', 'process-leader')
export const mayFreezeOpinionMap = may('freeze-opinion-map', 'analyst', 'process-leader')
export const mayWriteOutsideSource = may('write-outside-source', 'analyst', 'process-leader')
export const mayWriteFinding = may('write-finding', 'analyst', 'process-leader')
export const mayReviewFinding = may('review-finding', 'analyst', 'process-leader')
export const mayPublishFinding = may('publish-finding', 'analyst', 'process-leader')
export const mayFreezeMethod = may('freeze-method', 'analyst', 'process-leader')
export const mayReadCoding = may('read-coding', 'analyst', 'process-leader', 'auditor')
export const mayWithdrawSetAside = may('withdraw-set-aside', 'analyst', 'process-leader')
export const mayUndoAct = may('undo-act', 'analyst', 'process-leader')
export const mayPutInBasket = may('put-in-basket', 'analyst', 'process-leader')
export const mayTakeOutOfBasket = may('take-out-of-basket', 'analyst', 'process-leader')
export const mayWriteMemo = may('write-memo', 'analyst', 'process-leader')
/** Answers leave the house with those who work with them. The auditor reads them where they are. */
export const mayExportCodings = may('export-codings', 'analyst', 'process-leader')

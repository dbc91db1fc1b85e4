import { may } from '#kernel/actor'

/** The analyst reads and codes; the process leader may too. Either freezes what was found. */
export const mayCreateTheme = may('create-theme', 'analyst', 'process-leader')
export const mayEditTheme = may('edit-theme', 'analyst', 'process-leader')
export const mayCodeStatement = may('code-statement', 'analyst', 'process-leader')
export const mayWithdrawCoding = may('withdraw-coding', 'analyst', 'process-leader')
export const maySetAsideStatement = may('set-aside-statement', 'analyst', 'process-leader')
export const mayFreezeMatrix = may('freeze-matrix', 'analyst', 'process-leader')
export const mayDrawRound = may('draw-round', 'analyst', 'process-leader')
export const mayReadCoding = may('read-coding', 'analyst', 'process-leader', 'auditor')
export const mayWithdrawSetAside = may('withdraw-set-aside', 'analyst', 'process-leader')
export const mayUndoAct = may('undo-act', 'analyst', 'process-leader')
export const mayPutInBasket = may('put-in-basket', 'analyst', 'process-leader')
export const mayTakeOutOfBasket = may('take-out-of-basket', 'analyst', 'process-leader')
export const mayWriteMemo = may('write-memo', 'analyst', 'process-leader')

import { may } from '#kernel/actor'

/** The controller keeps the indicators: what they mean, what was measured, and where we start from. */
export const mayCreateIndicator = may('create-indicator', 'controller')
export const mayDefineIndicator = may('define-indicator', 'controller')
export const mayRecordMeasurement = may('record-measurement', 'controller', 'responsible')
export const mayFreezeBaseline = may('freeze-baseline', 'controller')

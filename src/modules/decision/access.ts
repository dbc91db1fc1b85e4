import { may } from '#kernel/actor'

/** The secretary keeps the matters and records what the organs decided. */
export const mayOpenMatter = may('open-matter', 'secretary')
export const mayPlanRoute = may('plan-route', 'secretary')
export const mayRecordPoint = may('record-point', 'secretary')
export const mayRecordAdjustment = may('record-adjustment', 'secretary')
export const mayRecordNotice = may('record-notice', 'secretary')
export const mayRegisterAppeal = may('register-appeal', 'secretary')
export const mayEndAppeal = may('end-appeal', 'secretary')

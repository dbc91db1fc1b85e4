import { may } from '#kernel/actor'

/** What is uploaded so far is for the whole house, and the administrator's. */
export const mayTakeFile = may('take-file', 'administrator')
export const mayRemoveFile = may('remove-file', 'administrator')
export const maySetLogo = may('set-logo', 'administrator')
export const mayRemoveLogo = may('remove-logo', 'administrator')

import { may } from '#kernel/actor'

/** What is uploaded is for the whole house, and the administrator's; but for the pictures of a question, which whoever asks it takes in. */
export const mayTakeFile = may('take-file', 'administrator')
export const mayTakePicture = may('take-picture', 'process-leader')
export const mayRemoveFile = may('remove-file', 'administrator')
export const maySetLogo = may('set-logo', 'administrator')
export const mayRemoveLogo = may('remove-logo', 'administrator')

import { may } from '#kernel/actor'

/** The process leader asks; the analyst helps with notes and with what may be shown. */
export const mayCreateGroup = may('create-group', 'process-leader')
export const mayRaiseThreshold = may('raise-threshold', 'process-leader')
export const mayCreateDialogue = may('create-dialogue', 'process-leader')
export const mayReviseDialogue = may('revise-dialogue', 'process-leader')
export const mayOpenDialogue = may('open-dialogue', 'process-leader')
export const mayCloseDialogue = may('close-dialogue', 'process-leader')
/** Whom a closed group is made of is said by whoever asks it. */
export const mayMakeCodes = may('make-codes', 'process-leader')
export const mayEnterNote = may('enter-note', 'process-leader', 'analyst')
export const mayReviewStatements = may('review-statements', 'process-leader', 'analyst')
/** Raw answers are read by those who work with them, and by the auditor. */
export const mayReadStatements = may('read-statements', 'process-leader', 'analyst', 'auditor')
/** Who has read them is looked at by the auditor and the administrator. */
export const mayReadReadings = may('read-readings', 'auditor', 'administrator')

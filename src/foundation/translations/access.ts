import { may } from '#kernel/actor'

/** Those who write what residents read also put in what it is in other languages. */
export const mayWriteTranslation = may('write-translation', 'process-leader', 'analyst')

/** Which languages the pages can be had in. */
export const maySetLanguages = may('set-languages', 'process-leader', 'administrator')

import { may } from '#kernel/actor'

/** Those who write what residents read also put in what it is in other languages. */
export const mayWriteTranslation = may('write-translation', 'process-leader', 'analyst')

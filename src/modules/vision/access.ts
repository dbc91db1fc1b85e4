import { may } from '#kernel/actor'

/** The process leader draws the proposals, with the analyst beside for what they rest on. */
export const mayCreateProposal = may('create-proposal', 'process-leader')
export const mayWritePhrases = may('write-phrases', 'process-leader')
export const mayRootPhrase = may('root-phrase', 'process-leader', 'analyst')
export const mayUnrootPhrase = may('unroot-phrase', 'process-leader', 'analyst')
export const mayQuoteStatement = may('quote-statement', 'process-leader', 'analyst')
export const maySubmitProposal = may('submit-proposal', 'process-leader')
export const mayAdoptVision = may('adopt-vision', 'process-leader', 'secretary')
export const mayCreateFocusArea = may('create-focus-area', 'process-leader')
export const mayAdoptFocusAreas = may('adopt-focus-areas', 'process-leader', 'secretary')

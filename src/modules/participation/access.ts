import { may } from '#kernel/actor'

/** The process leader asks; the analyst helps with notes and with what may be shown. */
export const mayCreateGroup = may('create-group', 'process-leader')
export const mayRaiseThreshold = may('raise-threshold', 'process-leader')
export const mayCreateDialogue = may('create-dialogue', 'process-leader')
export const mayReviseDialogue = may('revise-dialogue', 'process-leader')
export const mayAddQuestion = may('add-question', 'process-leader')
export const mayEditQuestion = may('edit-question', 'process-leader')
export const mayMoveQuestion = may('move-question', 'process-leader')
export const mayCopyQuestion = may('copy-question', 'process-leader')
export const mayRemoveQuestion = may('remove-question', 'process-leader')
export const maySetCondition = may('set-condition', 'process-leader')
export const mayCopyDialogue = may('copy-dialogue', 'process-leader')
export const maySharePreview = may('share-preview', 'process-leader')
export const mayRevokePreview = may('revoke-preview', 'process-leader')
export const mayCorrectQuestion = may('correct-question', 'process-leader')
export const mayExtendDialogue = may('extend-dialogue', 'process-leader')
export const mayOpenDialogue = may('open-dialogue', 'process-leader')
export const mayCloseDialogue = may('close-dialogue', 'process-leader')
/** A picture to choose by is erased by whoever could take it in. */
export const mayRemovePicture = may('remove-picture', 'process-leader')
/** Whom a closed group is made of is said by whoever asks it. */
export const mayMakeCodes = may('make-codes', 'process-leader')
export const mayEnterNote = may('enter-note', 'process-leader', 'analyst')
/** Forms on paper and interviews are entered by those who work with the answers. */
export const mayEnterPaper = may('enter-paper', 'process-leader', 'analyst')
/** Which forms are entered twice is drawn by whoever answers for the dialogue. */
export const mayDrawSample = may('draw-sample', 'process-leader')
export const mayReviewStatements = may('review-statements', 'process-leader', 'analyst')
/** What somebody has masked is read only by the one who answers for it, and must have a reason. */
export const mayOpenOriginal = may('open-original', 'process-leader')
export const mayTranslateStatement = may('translate-statement', 'process-leader', 'analyst')
/** Raw answers are read by those who work with them, and by the auditor. */
export const mayReadStatements = may('read-statements', 'process-leader', 'analyst', 'auditor')
/** Who has read them is looked at by the auditor and the administrator. */
export const mayReadReadings = may('read-readings', 'auditor', 'administrator')
/** What is voted on is begun by whoever asks; what residents add is let in by those who work with the answers. */
export const mayAddOpinionStatement = may('add-opinion-statement', 'process-leader')
export const mayWithdrawOpinionStatement = may('withdraw-opinion-statement', 'process-leader')
export const mayAcceptProposal = may('accept-proposal', 'process-leader', 'analyst')
export const mayRejectProposal = may('reject-proposal', 'process-leader', 'analyst')
/** What answers are held against is given by those who work with them. */
export const mayAddPopulation = may('add-population', 'process-leader', 'analyst')
/** Answers leave the house with those who work with them. The auditor reads them where they are. */
export const mayExportAnswers = may('export-answers', 'process-leader', 'analyst')
/** What is handed out when somebody asks for public documents, and what is thinned, the process leader answers for. */
export const mayHandOut = may('hand-out-texts', 'process-leader')
export const mayThin = may('thin-answers', 'process-leader')
/** Answers that were given elsewhere are taken in by whoever asked. */
export const mayTakeInAnswers = may('take-in-answers', 'process-leader')

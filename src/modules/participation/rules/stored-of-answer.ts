const own = [
  'responses.id',
  'responses.dialogueId',
  'responses.groupId',
  'responses.receivedOn',
  'responses.source',
  'responses.answers',
  'responses.version',
  'responses.language',
  'responses.poster',
  'responses.persons',
  'responses.receiptHash',
  'responses.submissionHash',
  'responses.sealSalt',
  'responses.sealSequence',
  'statements.id',
  'statements.responseId',
  'statements.questionId',
  'statements.position',
  'statements.text',
  'statements.grouping',
] as const
const staffs = ['responses.label', 'responses.importId', 'responses.enteredBy'] as const

const holders = [
  'codeHolders.id',
  'codeHolders.batchId',
  'codeHolders.dialogueId',
  'codeHolders.addressHash',
  'codeHolders.sealed',
  'codeHolders.codeHash',
  'codeHolders.letters',
  'codeHolders.lastMailedOn',
  'codeHolders.lastNotice',
] as const

/**
 * Everything that is stored of an answer, by who gives it: each column of its tables. What staff enter has their columns besides. Beside every answer, and
 * with nothing that points at one, is what is stored of somebody whose code came by mail (`holders`).
 */
export const storedOfAnswer = { own, staffs, holders } as const
export type StoredColumn = (typeof own)[number] | (typeof staffs)[number] | (typeof holders)[number]

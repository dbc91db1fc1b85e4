/** What a dialogue asks for: answers to questions, notes from groups, or votes on statements. */
export const dialogueKinds = ['survey', 'notes', 'opinion'] as const
export type DialogueKind = (typeof dialogueKinds)[number]

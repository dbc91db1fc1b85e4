/** Why something in a text is masked, or why it isn't shown. `other` is said in words of one's own. */
export const causes = ['personal-data', 'sensitive', 'threat', 'insult', 'not-an-answer', 'other'] as const
export type Cause = (typeof causes)[number]

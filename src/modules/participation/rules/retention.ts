/** How long answers are kept: for good, until they have been put together, or for some years after that. */
export const retentions = ['kept', 'when-compiled', 'after-years'] as const
export type Retention = (typeof retentions)[number]

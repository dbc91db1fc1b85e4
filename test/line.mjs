/** The line of modules: each may know those before it, through their doors. */
export const line = ['process', 'participation', 'analysis', 'decision', 'vision', 'indicators', 'plans', 'followup', 'open']

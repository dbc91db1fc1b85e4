const swedish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' })

/** Today in Sweden, and the day in a month from now, as the program writes days. */
export const today = swedish.format(new Date())
export const inAMonth = swedish.format(new Date(Date.now() + 30 * 86_400_000))
export const year = today.slice(0, 4)

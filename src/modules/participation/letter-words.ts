import type { Day } from '#kernel/day'
import { formatDay } from '#ui/format'

type Asked = {
  readonly title: string
  readonly titleEnglish: string | null
  readonly contact: string
  /** The last day that the code can be used, and until when on it; `24:00` is midnight, and is said too. */
  readonly lastDay: Day
  readonly lastTime: string
  readonly isReminder: boolean
  /** The municipality. */
  readonly from: string
}
type Links = { readonly answer: string; readonly stop: string }

/** The letter that a code comes in: in Swedish, and then in English where the survey has it, for nobody has said which they read. */
export function codeLetter(asked: Asked, links: Links): { readonly subject: string; readonly body: string } {
  const title = oneLine(asked.title)
  const english = asked.titleEnglish && oneLine(asked.titleEnglish)
  const end = `${oneLine(asked.contact)}\n\n${asked.from}`
  return {
    subject: asked.isReminder ? `Påminnelse: ${title}` : title,
    body: [inSwedish(asked, title, links), ...(english ? [inEnglish(asked, english, links)] : []), end].join('\n\n'),
  }
}

function inSwedish({ from, isReminder, ...asked }: Asked, title: string, { answer, stop }: Links): string {
  const why = isReminder ? `Vi har inte fått något svar med din kod i ”${title}” än. Du hinner fortfarande.` : `Du är en av dem som ${from} frågar i ”${title}”.`
  const until = formatDay(asked.lastDay, 'sv')
  return `Hej\n\n${why}\n\nÖppna länken för att svara. Den gäller för ett svar, så skicka den inte vidare:\n\n${answer}\n\nDu kan svara till och med ${until} klockan ${asked.lastTime.replace(':', '.')}.\n\nIngen ser vad just du svarar. Vi skriver upp att din kod är använd, men inte vilket svar den gav. Din adress sparas krypterad och tas bort när enkäten stänger.\n\nVill du inte ha fler brev om enkäten? Öppna länken och tryck på knappen, så tar vi bort adressen. Du kan svara ändå:\n\n${stop}\n\nFrågor om enkäten:`
}

function inEnglish({ from, isReminder, ...asked }: Asked, title: string, { answer, stop }: Links): string {
  const why = isReminder ? `We have not had an answer with your code in “${title}” yet. There is still time.` : `You are one of those whom ${from} asks in “${title}”.`
  const until = formatDay(asked.lastDay, 'en')
  return `In English\n\n${why}\n\nOpen the link to answer. It is good for one answer, so don’t pass it on:\n\n${answer}\n\nYou can answer until ${until} at ${asked.lastTime}.\n\nNobody sees what you in particular answer. We note that your code has been used, but not which answer it gave. Your address is kept encrypted and removed when the survey closes.\n\nNo more letters about the survey? Open the link and press the button, and we remove the address. You can still answer:\n\n${stop}\n\nQuestions about the survey:`
}

// A line break in a title would begin a paragraph of somebody else's.
function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim()
}

import { catalogue } from '#ui/catalogue'

type Bounds = { readonly least?: number | undefined; readonly most?: number | undefined; readonly longest?: number | undefined }

/** What is wrong with an answer, and what to do. */
export const answerProblemWords = catalogue({
  sv: {
    required: 'Den här frågan måste besvaras',
    'too-long': (form: Bounds) => (form.longest ? `Texten är för lång. Korta den till högst ${form.longest} tecken` : 'En rad är för lång. Dela upp den eller korta den'),
    'unacceptable-characters': 'En rad har tecken som inte går att spara. Skriv om den',
    'too-many-lines': 'Det är för många rader. Ta bort någon',
    'no-such-choice': 'Välj något av det som finns att välja',
    'only-one': 'Välj bara ett',
    'too-many': (form: Bounds) => `Välj högst ${form.most ?? 1}`,
    'too-few': (form: Bounds) => `Välj minst ${form.least ?? 1}`,
    alone: 'Ett av valen går inte ihop med de andra. Välj det ensamt eller ta bort det',
    'same-rank': 'Två har samma plats. Ge varje plats åt en',
    'rank-gap': 'En plats är överhoppad. Börja med 1 och fortsätt i ordning',
    'not-a-number': 'Skriv ett tal, till exempel 12',
    'not-whole': 'Skriv ett helt tal, utan decimaler',
    'too-small': (form: Bounds) => `Skriv ett tal som är minst ${form.least ?? 0}`,
    'too-large': (form: Bounds) => `Skriv ett tal som är högst ${form.most ?? 0}`,
    'not-a-day': 'Välj en dag, eller skriv den som 2026-11-23',
    'too-early': 'Dagen är för tidig',
    'too-late': 'Dagen är för sen',
  },
  en: {
    required: 'This question must be answered',
    'too-long': (form: Bounds) => (form.longest ? `The text is too long. Shorten it to at most ${form.longest} characters` : 'A line is too long. Split it or shorten it'),
    'unacceptable-characters': 'A line has characters that can’t be stored. Write it again',
    'too-many-lines': 'There are too many lines. Take one away',
    'no-such-choice': 'Choose something that is offered',
    'only-one': 'Choose only one',
    'too-many': (form: Bounds) => `Choose at most ${form.most ?? 1}`,
    'too-few': (form: Bounds) => `Choose at least ${form.least ?? 1}`,
    alone: 'One of the choices does not go with the others. Choose it alone or take it away',
    'same-rank': 'Two have the same place. Give each place to one',
    'rank-gap': 'A place is skipped. Begin with 1 and go on in order',
    'not-a-number': 'Write a number, for example 12',
    'not-whole': 'Write a whole number, without decimals',
    'too-small': (form: Bounds) => `Write a number that is at least ${form.least ?? 0}`,
    'too-large': (form: Bounds) => `Write a number that is at most ${form.most ?? 0}`,
    'not-a-day': 'Choose a day, or write it as 2026-11-23',
    'too-early': 'The day is too early',
    'too-late': 'The day is too late',
  },
})

import { catalogue } from '#ui/catalogue'

/** What the very first person here reads. */
export const firstWords = catalogue({
  sv: {
    title: 'Välkommen till Samsyn',
    lead: 'Du är först här. Säg vilken kommun det gäller och vem du är, så blir du administratör och kan bjuda in andra.',
    municipality: 'Kommunens namn',
    municipalityHint: 'Till exempel Ånge kommun.',
    name: 'Ditt namn',
    email: 'Din e-postadress',
    emailHint: 'Du loggar in med en länk som vi skickar hit.',
    begin: 'Bli administratör',
  },
  en: {
    title: 'Welcome to Samsyn',
    lead: 'You are the first one here. Say which municipality it is and who you are. You then become administrator and can invite others.',
    municipality: 'The name of the municipality',
    municipalityHint: 'As it is written in Swedish.',
    name: 'Your name',
    email: 'Your e-mail address',
    emailHint: 'You sign in with a link that we send here.',
    begin: 'Become administrator',
  },
})

/** What is wrong with what they wrote, and what to do. */
export const firstProblemWords = catalogue({
  sv: {
    empty: 'Skriv något här',
    'too-long': 'Texten är för lång',
    'unacceptable-characters': 'Texten har tecken som inte går att spara. Skriv om den här',
    'not-an-email': 'Skriv en e-postadress, till exempel namn@kommunen.se',
    otherwise: 'Skriv om det här',
  },
  en: {
    empty: 'Write something here',
    'too-long': 'The text is too long',
    'unacceptable-characters': 'The text has characters that can’t be stored. Write this anew',
    'not-an-email': 'Write an e-mail address, for example name@municipality.se',
    otherwise: 'Write this anew',
  },
})

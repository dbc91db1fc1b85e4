import { catalogue } from '#ui/catalogue'

/** What is read on a device that several people answer on, one after the other. */
export const deviceWords = catalogue({
  sv: {
    lead: 'Här svarar flera personer efter varandra. Ingen ser vad den förra svarade.',
    begin: 'Börja svara',
    again: 'Börja om',
    next: 'Nästa person',
    code: 'Skriv av koden om du vill följa ditt svar. Den visas bara nu.',
    returns: 'Sidan går tillbaka till början efter en minut.',
    stay: 'Stanna kvar på sidan',
  },
  en: {
    lead: 'Several people answer here, one after the other. Nobody sees what the one before answered.',
    begin: 'Begin to answer',
    again: 'Start over',
    next: 'Next person',
    code: 'Copy the code if you want to follow your answer. It is shown only now.',
    returns: 'The page goes back to the start after one minute.',
    stay: 'Stay on the page',
  },
})

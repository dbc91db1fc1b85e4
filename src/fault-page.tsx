import { catalogue } from '#ui/catalogue'
import { type Frame, PublicPage } from '#ui/page'

const words = catalogue({
  sv: {
    400: 'Det som skickades gick inte att läsa',
    403: 'Du får inte göra det här',
    404: 'Sidan finns inte',
    409: 'Det gick inte som det står till nu',
    413: 'Det var för mycket på en gång',
    415: 'Det som skickades gick inte att läsa',
    429: 'För många försök på kort tid',
    500: 'Något gick fel hos oss',
    503: 'Vi är strax tillbaka',
    507: 'Just nu kan inget sparas',
    hint400: 'Gå tillbaka, läs igenom det du skrev och skicka igen. Inget har sparats.',
    hint403: 'Antingen saknar du uppdraget för det, eller så kom formuläret från en annan webbplats. Inget har sparats. Öppna sidan på nytt och försök igen.',
    hint404: 'Adressen kan vara felskriven, eller så har sidan inte publicerats än. Börja om från startsidan.',
    hint409: 'Någon hann före, eller så är det låst. Öppna sidan på nytt och se hur det står. Inget har sparats.',
    hint413: 'Korta texten och skicka igen. Inget har sparats.',
    hint429: 'Vänta en minut och försök igen. Inget har sparats.',
    hint500: 'Försök igen om en stund. Hör av dig med numret här under om det fortsätter.',
    hint503: 'Underhåll pågår, eller så svarar inte databasen. Inget har sparats. Gå tillbaka i webbläsaren, så står det du skrev kvar, och skicka igen om en stund.',
    hint507:
      'Det är fullt på den disk där allt sparas. Allt går att läsa, men inget har sparats. Gå tillbaka i webbläsaren, så står det du skrev kvar, och skicka igen om en stund.',
    reference: 'Nummer att uppge',
    home: 'Till startsidan',
  },
  en: {
    400: 'What was sent could not be read',
    403: 'You may not do this',
    404: 'The page does not exist',
    409: 'It can’t be done as things stand now',
    413: 'It was too much at once',
    415: 'What was sent could not be read',
    429: 'Too many tries in a short time',
    500: 'Something went wrong with us',
    503: 'We will soon be back',
    507: 'Nothing can be stored just now',
    hint400: 'Go back, read what you wrote and send again. Nothing was stored.',
    hint403: 'Either you lack the assignment for it, or the form came from another site. Nothing was stored. Open the page again and try once more.',
    hint404: 'The address may be mistyped, or the page is not published yet. Begin again from the start page.',
    hint409: 'Somebody was first, or it is locked. Open the page again and see how things stand. Nothing was stored.',
    hint413: 'Shorten the text and send again. Nothing was stored.',
    hint429: 'Wait a minute and try again. Nothing was stored.',
    hint500: 'Try again in a while. Tell us the number below if it goes on.',
    hint503:
      'Maintenance is going on, or the database does not answer. Nothing was stored. Go back in the browser, where what you wrote is still there, and send again in a while.',
    hint507:
      'The disk where everything is kept is full. Everything can be read, but nothing was stored. Go back in the browser, where what you wrote is still there, and send again in a while.',
    reference: 'Number to tell us',
    home: 'To the start page',
  },
})

const nowhere: Frame = { language: 'sv', municipality: 'Samsyn', demo: false, path: '/' }

/** What went wrong, in the reader's language: what happened, what to do, and a number to tell. */
export function FaultPage({ status, frame = nowhere, reference }: { status: number; frame?: Frame; reference?: string }) {
  const word = words(frame.language) as Record<string, string>
  const known = status in word ? status : status >= 500 ? 500 : status === 422 ? 400 : 409
  return (
    <PublicPage frame={frame} title={word[known] ?? ''} lead={word[`hint${known === 415 ? 400 : known}`]}>
      <title>{`${word[known]} – ${frame.municipality}`}</title>
      {reference && (
        <p>
          {word.reference}: <strong className="numbers">{reference}</strong>
        </p>
      )}
      <p>
        <a className="button" href="/">
          {word.home}
        </a>
      </p>
    </PublicPage>
  )
}

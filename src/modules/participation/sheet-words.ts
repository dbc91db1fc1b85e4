/** Why a form on paper wasn't taken in, and what to do. */
export const sheetRefusals: Record<string, string> = {
  'not-open': 'Dialogen är inte öppen, eller stängdes i förtid. Då kan inget mer skrivas in',
  'not-in-time': 'Dagen ligger utanför tiden för dialogen, eller har inte varit än. Det som kom efter sista dagen räknas inte',
  'mistyped-code': 'Kvittokoden är felskriven. Läs den en gång till, eller lämna fältet tomt om blanketten saknar kod',
  'code-used': 'Ett svar med den kvittokoden finns redan. Blanketten kan vara inskriven förut',
  'batch-full': 'Alla blanketter i bunten är redan räknade. Kom det fler gör du en ny bunt',
  'same-number': 'En blankett med det numret är redan inskriven i bunten',
  incomplete: 'Ingen fråga är besvarad. Är blanketten tom lägger du den åt sidan',
  'nothing-to-correct': 'Det finns ingen blankett av dig att rätta här. Den kan vara återtagen av den som svarade',
  compiled: 'Svaret är redan läst och sammanställt, så det kan inte rättas',
  'no-key': 'Sidan var för gammal. Läs igenom det du skrev och spara igen',
}

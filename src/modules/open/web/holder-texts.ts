/** What is stored of somebody whose code comes by mail, and why. */
export const holderTexts = {
  sv: {
    title: 'Få en kod i ett brev',
    what: 'Din e-postadress, krypterad, din enhet, ett avtryck av koden, hur många brev vi har skrivit och dagen för det senaste. Om koden är använd, men inte vilket svar den gav.',
    why: 'Var och en i gruppen ska kunna svara en gång. Den som inte har svarat kan få en påminnelse.',
    long: 'Tills enkäten stänger, eller tills koden dras in. Säger du nej till fler brev tas adressen bort genast. Kvar är bara hur många brev som gick.',
    reads: 'Ingen. Bara programmet skriver till den. Processledaren ser antal för varje enhet, om de inte är för små.',
    basis: 'Allmänt intresse (GDPR artikel 6.1 e)',
  },
  en: {
    title: 'Getting a code by mail',
    what: 'Your e-mail address, encrypted, your unit, a print of the code, how many letters we have written and the day of the last. Whether the code has been used, but not which answer it gave.',
    why: 'Everybody in the group should be able to answer once. Whoever has not answered may be reminded.',
    long: 'Until the survey closes, or the code is revoked. If you say no to more letters the address is removed at once. What is left is how many letters went.',
    reads: 'Nobody. Only the program writes to it. The process leader sees counts for each unit, unless they are too small.',
    basis: 'Public interest (GDPR article 6.1 e)',
  },
}

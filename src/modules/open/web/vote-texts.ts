/** What a vote on a statement stores and why, in words. */
export const voteTexts = {
  sv: {
    title: 'Ta ställning till påståenden',
    what: 'Hur du svarade på varje påstående, och vilka du har svarat på. Där står ingen dag, ingen tid och ingen ordning. En kaka i din webbläsare har en slumpad nyckel. Av den sparas bara ett avtryck. Skriver du ett eget påstående sparas orden, dagen och ett annat avtryck. De två avtrycken går inte att para ihop.',
    why: 'Svaren visar var folk är överens och var de skiljer sig.',
    long: 'Så länge som dialogen säger. Så länge den är öppen kan du själv ta bort alla dina svar. Kakan ligger kvar i ett halvår.',
    reads: 'Ingen läser svaren ett och ett: de räknas ihop. Det du skriver läses av dem som arbetar med svaren, innan andra ser det.',
    basis: 'Allmänt intresse (GDPR artikel 6.1 e)',
  },
  en: {
    title: 'Taking a stand on statements',
    what: 'How you answered each statement, and which you have answered. There is no day, no time and no order. A cookie in your browser has a random key. Only a print of it is stored. If you write a statement of your own the words, the day and another print are stored. The two prints can’t be matched.',
    why: 'The answers show where people are of one mind and where they differ.',
    long: 'As long as the dialogue says. While it is open you can take away all your answers yourself. The cookie stays for half a year.',
    reads: 'Nobody reads the answers one by one: they are counted together. What you write is read by those who work with the answers, before others see it.',
    basis: 'Public interest (GDPR article 6.1 e)',
  },
} as const

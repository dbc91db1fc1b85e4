import { catalogue } from '#ui/catalogue'

export { actTexts } from './act-texts.ts'

/** What the page on privacy says around its list. */
export const privacyWords = catalogue({
  sv: {
    title: 'Så skyddar vi dina uppgifter',
    lead: 'Det vi inte sparar kan inte läcka.',
    who: (municipality: string) =>
      `${municipality} ansvarar för uppgifterna. Här står vad som sparas, var sak för sig. Listan prövas mot databasen varje gång något ändras i programmet.`,
    what: 'Det här sparas',
    why: 'Varför',
    long: 'Hur länge',
    reads: 'Vem läser',
    basis: 'Lagligt stöd',
    tables: 'Så heter det i databasen',
    residents: 'När du läser och svarar',
    workers: 'När någon arbetar med processen',
    small: 'Små tal',
    smallText: 'Vi visar inget om färre än fem personer. För barn är gränsen tio.',
    public: 'Allmän handling',
    publicText: 'Det du skickar till kommunen är en allmän handling. Den som ber om svaren kan få läsa dem, om de inte är hemliga enligt lag.',
    backups: 'Kopior',
    backupsText: 'Kommunen tar kopior av databasen. Det som tas bort här finns kvar i en äldre kopia tills den slängs.',
    server: 'Servern',
    serverText:
      'När du skickar något räknar vi hur ofta det kommer från din adress på nätet, så att ingen ska kunna överlasta sidorna. Adressen finns en kort tid i minnet. I databasen sparas den bara som ett låst avtryck, i högst två timmar. Den som sköter servern kan läsa databasen, och det skrivs inte upp här. De kan också ha egna loggar. Fråga kommunen.',
    rights: 'Dina rättigheter',
    rightsText:
      'Du får veta vad som finns om dig, och be att fel rättas. Du får också be att något tas bort. Ett svar utan namn kan vi bara hitta med din kvittokod. Är du inte nöjd kan du klaga hos IMY, som granskar hur uppgifter om folk sköts.',
    ask: 'Skriv till',
    askOffice: 'Fråga kommunens dataskyddsombud.',
  },
  en: {
    title: 'How we protect your data',
    lead: 'What we do not store can’t leak.',
    who: (municipality: string) =>
      `${municipality} is responsible for the data. Here it says what is stored, one thing at a time. The list is compared with the database each time something changes in the program.`,
    what: 'What is stored',
    why: 'Why',
    long: 'How long',
    reads: 'Who reads',
    basis: 'Legal basis',
    tables: 'What it is called in the database',
    residents: 'When you read and answer',
    workers: 'When somebody works with the process',
    small: 'Small numbers',
    smallText: 'We show nothing about fewer than five persons. For children the limit is ten.',
    public: 'Public record',
    publicText: 'What you send to the municipality is a public record. Whoever asks for the answers may read them, unless they are secret by law.',
    backups: 'Copies',
    backupsText: 'The municipality takes copies of the database. What is taken away here stays in an older copy until that is thrown away.',
    server: 'The server',
    serverText:
      'When you send something we count how often it comes from your address on the network, so that nobody can overload the pages. The address is in memory for a short time. In the database it is kept only as a locked print, for two hours at most. Whoever looks after the server can read the database, and that is not written down here. They may also have logs of their own. Ask the municipality.',
    rights: 'Your rights',
    rightsText:
      'You may know what there is about you, and ask for faults to be put right. You may also ask for something to be taken away. An answer without a name we can find only with your receipt code. If you are not satisfied you can complain to IMY, the Swedish authority for privacy protection.',
    ask: 'Write to',
    askOffice: 'Ask the municipality’s data protection officer.',
  },
})

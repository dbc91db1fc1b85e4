import type { Role } from '#kernel/actor'

export const roleWords: Record<Role, string> = {
  'process-leader': 'Processledare',
  analyst: 'Analytiker',
  secretary: 'Nämndsekreterare',
  controller: 'Controller',
  responsible: 'Ansvarig chef',
  auditor: 'Revisor',
  administrator: 'Administratör',
}

export const words = {
  passkeySubject: 'En passnyckel har lagts till i Samsyn',
  passkeyBody: (name: string, address: string) =>
    `Hej\n\nPassnyckeln ”${name}” kan nu användas för att logga in som dig.\n\nVar det inte du? Logga in, ta bort den och hör av dig till en administratör.\n\n${address}\n`,
  linkSubject: 'Din länk för att logga in i Samsyn',
  linkBody: (link: string) =>
    `Hej\n\nÖppna länken och tryck på knappen Logga in. Länken gäller i 15 minuter och kan användas en gång.\n\n${link}\n\nHar du inte bett om länken kan du strunta i det här brevet.\n`,
  faultSubject: 'Någon kan inte använda en sida i Samsyn',
  faultBody: ({ what, page, email }: { what: string; page: string | null; email: string }) =>
    `Hej\n\nNågon har skrivit i formuläret på sidan Tillgänglighet. Det som står efter > är skrivarens egna ord.\n\nDet här gick inte:\n${what}\n\nPå vilken sida:\n${page ?? 'Det står inte.'}\n\n${
      email ? `Vill ha svar till:\n${email}` : 'Skrivaren har inte lämnat någon adress, så det går inte att svara.'
    }\n\nTexten tas bort ur Samsyn när brevet är skickat. Det finns sedan bara här.\n`,
}

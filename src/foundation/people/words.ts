import type { Role } from '#kernel/actor'
import { terms } from '#kernel/terms'

export const roleWords: Record<Role, string> = {
  'process-leader': 'Processledare',
  analyst: 'Analytiker',
  secretary: 'Nämndsekreterare',
  controller: 'Controller',
  responsible: 'Ansvarig chef',
  auditor: 'Revisor',
  administrator: 'Administratör',
}

export const organKindWords = {
  council: 'Fullmäktige',
  'executive-board': 'Kommunstyrelse',
  committee: 'Utskott',
  board: terms.committee.One,
  company: 'Bolag',
  administration: 'Förvaltning',
  unit: 'Enhet',
} as const

export const dataClassWords = {
  answers: 'Invånarnas svar',
  'contact-details': 'Kontaktuppgifter som någon lämnat',
  mail: 'Brev som skickats',
  sessions: 'Inloggningar',
  'reading-log': 'Vem som läst råa svar',
  trail: 'Händelserna',
  documents: 'Frysta handlingar',
  backups: 'Säkerhetskopior',
} as const

export const retentionWords = { kept: 'Bevaras', 'when-no-longer-needed': 'Gallras när det inte behövs längre', 'after-years': 'Gallras efter ett antal år' } as const

export const words = {
  passkeySubject: 'En passnyckel har lagts till i Samsyn',
  passkeyBody: (name: string, address: string) =>
    `Hej\n\nPassnyckeln ”${name}” kan nu användas för att logga in som dig.\n\nVar det inte du? Logga in, ta bort den och hör av dig till en administratör.\n\n${address}\n`,
  invitationSubject: 'Du är inbjuden att arbeta i Samsyn',
  invitationBody: (name: string, role: string, address: string) =>
    `Hej ${name}\n\nDu har fått uppdraget ${role.toLowerCase()} i kommunens visionsarbete. Så här kommer du in: öppna sidan här under och skriv din e-postadress. Då får du en länk som loggar in dig.\n\n${address}/logga-in\n`,
  linkSubject: 'Din länk för att logga in i Samsyn',
  linkBody: (link: string) =>
    `Hej\n\nÖppna länken och tryck på knappen Logga in. Länken gäller i 15 minuter och kan användas en gång.\n\n${link}\n\nHar du inte bett om länken kan du strunta i det här brevet.\n`,
  faultSubject: 'Någon kan inte använda en sida i Samsyn',
  faultBody: ({ what, page, email }: { what: string; page: string | null; email: string }) =>
    `Hej\n\nNågon har skrivit i formuläret på sidan Tillgänglighet. Det som står efter > är skrivarens egna ord.\n\nDet här gick inte:\n${what}\n\nPå vilken sida:\n${page ?? 'Det står inte.'}\n\n${
      email ? `Vill ha svar till:\n${email}` : 'Skrivaren har inte lämnat någon adress, så det går inte att svara.'
    }\n\nTexten tas bort ur Samsyn när brevet är skickat. Det finns sedan bara här.\n`,
}

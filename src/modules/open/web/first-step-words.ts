import type { FirstStep } from '../read-first-steps.ts'

type Words = { readonly title: string; readonly why: string; readonly act: string; readonly href: string }

/** What each of the first steps is called, why it is taken, and where. */
export const firstStepWords: Readonly<Record<FirstStep['key'], Words>> = {
  name: {
    title: 'Namn och färg',
    why: 'Invånarna ska känna igen sin kommun. Skriv namnet som ni skriver det, och färgen ur er grafiska profil.',
    act: 'Ställ in namn och färg',
    href: '/arbete/installningar',
  },
  places: {
    title: 'Platser',
    why: 'Klistra in era orter eller stadsdelar. Då kan enkäter fråga var man bor utan att fråga efter adressen.',
    act: 'Lägg in platserna',
    href: '/arbete/installningar/platser',
  },
  organs: {
    title: 'Organ',
    why: 'Kommunstyrelsen och fullmäktige finns redan. Lägg till den förvaltning som processledaren arbetar i, och fler när de behövs.',
    act: 'Lägg till ett organ',
    href: '/arbete/installningar/organ',
  },
  leader: {
    title: 'En processledare',
    why: 'Processledaren gör processen och ställer frågorna. Bjud in en, eller ge dig själv uppdraget.',
    act: 'Bjud in en processledare',
    href: '/arbete/personer',
  },
  process: {
    title: 'Processen',
    why: 'Skriv in vem som gav uppdraget, varför, och vad kommunen lovar den som svarar.',
    act: 'Gör processen',
    href: '/arbete/process/ny',
  },
  group: {
    title: 'Vilka som tillfrågas',
    why: 'En enkät vänder sig till en grupp, till exempel invånare.',
    act: 'Lägg till en grupp',
    href: '/arbete/grupper',
  },
  survey: {
    title: 'Enkäten',
    why: 'Skriv rubriken, löftet och några frågor. Den sparas som utkast, och ingen utanför ser den.',
    act: 'Gör en enkät',
    href: '/arbete/dialoger/ny',
  },
  open: {
    title: 'Öppna enkäten',
    why: 'Sidan säger vad som saknas. När allt finns öppnar du den, och då kan frågorna inte ändras.',
    act: 'Öppna enkäten',
    href: '/arbete/dialoger',
  },
}

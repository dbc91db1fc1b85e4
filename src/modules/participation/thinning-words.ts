/** The words of a thinning, on its page and in its protocol. */
export const thinningWords = {
  rule: { dialogue: 'Det som de som svarade fick veta', municipality: 'Det som är beslutat för alla svar' },
  kept: {
    'by-decision': 'Det är beslutat att svar ska bevaras. De gallras inte.',
    undecided: 'Ingen har bestämt att svaren ska gallras. De bevaras.',
    'not-compiled': 'Svaren får gallras först när sammanställningen är publicerad. Det är den inte än.',
  },
  resting:
    'Svar som är kodade, lagda åt sidan eller citerade står kvar, med sina texter. Databasen vägrar att ta bort dem, för annars går det inte att följa vad besluten vilar på.',
  shownStay: 'Påståenden som har visats för andra står kvar med sina ord, och kartorna som är frysta med sina siffror. Inget av det säger vad en enskild har svarat.',
  figuresKept: 'Siffrorna som alla kunde se före gallringen är sparade i protokollet och visas i fortsättningen på den öppna sidan.',
} as const

export const thinningRefusals: Record<string, string> = {
  'not-due': 'Svaren får inte gallras än',
  'nothing-to-thin': 'Det finns inget att gallra. Analysen vilar på det som är kvar',
}

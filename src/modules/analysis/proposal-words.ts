export const proposalRefusals: Record<string, string> = {
  'no-model': 'Ingen språkmodell är inställd',
  'nothing-uncoded': 'Alla yttranden är kodade, så det finns inget att söka i',
  'going-on': 'En sökning pågår redan. Vänta tills den är klar, eller avbryt den',
  ended: 'Sökningen är redan klar',
  decided: 'Någon har redan bestämt om det här förslaget',
  'no-theme': 'Välj ett tema',
  taken: 'Ett tema heter redan så. Skriv ett annat namn, eller slå ihop med det',
}

export const faultWords: Record<string, string> = {
  'private-address': 'Modellens adress ligger i det egna nätet, och det är inte tillåtet i inställningarna.',
  unreachable: 'Modellen gick inte att nå.',
  'timed-out': 'Modellen svarade inte i tid.',
  redirected: 'Modellen ville skicka frågan vidare till en annan adress. Det görs aldrig.',
  refused: 'Modellen svarade nej.',
  'too-large': 'Modellen svarade för mycket.',
  'not-understood': 'Modellens svar gick inte att läsa.',
  broken: 'Sökningen avbröts av ett fel. Börja om.',
}

export const stepWords = { reading: 'Läser orden', grouping: 'Grupperar det som liknar varandra', asking: 'Väntar på modellens svar' } as const
export const stepPlace = { reading: 1, grouping: 2, asking: 2 } as const
export const fateWords = { taken: 'Blev ett tema', merged: 'Slogs ihop med ett tema', dropped: 'Togs bort' } as const

import { terms } from '#kernel/terms'
import type { Background, QuestionKind } from './rules/question.ts'

/** The kinds of questions: what each is called, and when it is used. */
export const questionKindWords: Record<QuestionKind, readonly [name: string, use: string]> = {
  lines: ['Egna ord, en sak på varje rad', 'När du vill veta vad folk tycker utan att föreslå svar. Varje rad läses som en åsikt.'],
  text: ['Egna ord, en längre text', 'När svaret behöver sammanhang, till exempel en berättelse.'],
  one: ['Ett val', 'När bara ett av svaren kan gälla, till exempel ja eller nej.'],
  several: ['Flera val', 'När flera svar kan gälla på en gång.'],
  scale: ['Skala', 'När du vill veta hur mycket, från lite till mycket. Den som inte vet kan svara det.'],
  matrix: ['Flera saker på samma skala', 'När samma svar gäller flera saker. Håll det kort, för den är lång på en telefon.'],
  ranking: ['Rangordning', 'När du vill veta vad som är viktigast.'],
  number: ['Tal', 'När svaret är ett antal eller en mängd.'],
  date: ['Dag', 'När svaret är en dag i kalendern.'],
  place: ['Plats', 'När du vill veta vilken ort eller del av kommunen det gäller.'],
  picture: ['Bild', 'När man väljer mellan bilder, till exempel två förslag till ett torg.'],
  information: ['Bara text', 'När något behöver förklaras. Här svarar ingen.'],
}

export const backgroundWords: Record<Background, string> = { age: 'Ålder', place: 'Plats', relation: 'Relation till kommunen', gender: 'Kön' }

/** What is asked of whoever makes a dialogue. */
export const draftLabels = {
  title: 'Rubrik',
  slug: 'Namn i adressen',
  kind: 'Slag',
  stepId: 'Vilket steg den hör till',
  groupId: 'Vilka som tillfrågas',
  opensOn: 'Första dagen',
  opensTime: 'Öppnar klockan',
  closesOn: 'Sista dagen',
  closesTime: 'Stänger klockan',
  retentionYears: 'Antal år, om de tas bort efter en tid',
  draftDays: 'Dagar som ett påbörjat svar sparas',
} as const

export const templateWords = {
  'three-questions': ['Tre frågor till invånarna', 'Vad som är bra, vad vi kan lämna och vad som saknas. I en enkät frågar vi också om ålder, relation och kön.'],
  'four-questions': ['Fyra frågor till medarbetare', 'Tre frågor om arbetsplatsen och en om platsen. De två räknas aldrig ihop.'],
  baseline: [`Nuläge ur ${terms.focusArea.many}`, 'En skala för varje område. Skriv områdena här under.'],
  empty: ['Tomt', 'Du skriver alla frågor själv.'],
} as const

export const conditionWords = {
  answered: 'har svarat på frågan',
  'not-answered': 'inte har svarat på frågan',
  'one-of': 'har svarat något av det här',
  'not-one-of': 'inte har svarat något av det här',
  'at-least': 'har svarat minst',
  'at-most': 'har svarat högst',
} as const

/** Why a form about a question was refused, and what to do. */
export const builderProblems: Record<string, string> = {
  'same-words': 'Två rader har samma ord. Ge dem olika',
  'too-many-choices': 'Det är för många rader. Högst 60 får plats',
  'more-than-choices': 'Talet måste vara helt, minst 1 och högst så stort som antalet val',
  'not-a-scale': 'En skala har hela tal och mellan 2 och 11 steg',
  'not-a-picture': 'Skriv adressen till en bild som är uppladdad, till exempel /filer/… .jpg',
  'english-lines': 'Skriv lika många rader på engelska som på svenska, eller inga alls',
  'picture-lines': 'Det är fler bilder än val. Skriv en adress för varje val',
  'not-among-choices': 'Skriv valet precis som det står bland valen',
  'already-asked': 'Frågan finns redan i dialogen',
  'only-lines': 'Grupper skriver sina svar. I anteckningar kan du bara fråga efter egna ord',
  'too-many-questions': 'En dialog kan ha högst 60 frågor. Ta bort någon först',
  'not-later': 'Välj en tid som är senare än nu, och senare än den sista dagen som gäller',
  'english-gone': 'Frågan finns på engelska. Skriv alla ord på engelska också',
  'not-earlier': 'Villkoret måste gälla en fråga i en tidigare del',
  'not-answerable': 'Frågan som villkoret gäller går inte att svara på',
  'no-such-choice': 'Välj minst ett svar, eller skriv ett tal',
  'too-many-conditions': 'En fråga kan ha högst tio villkor',
}

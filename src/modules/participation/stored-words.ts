import { catalogue } from '#ui/catalogue'
import type { StoredColumn } from './rules/stored-of-answer.ts'

type Said = Readonly<Record<StoredColumn, string>>
const sv: Said = {
  'responses.id': 'ett slumpat nummer på svaret',
  'responses.dialogueId': 'vilken enkät det gäller',
  'responses.groupId': 'vilken grupp som tillfrågades, samma för alla i enkäten',
  'responses.receivedOn': 'dagen, men inte klockslaget',
  'responses.source': 'på vilket sätt svaret kom',
  'responses.answers': 'vad som valdes',
  'responses.version': 'vilken version av frågorna som besvarades',
  'responses.language': 'språket, om det inte var svenska',
  'responses.poster': 'på vilken plats affischen satt, om du kom hit genom koden på en affisch',
  'responses.persons': 'hur många som står bakom svaret',
  'responses.label': 'vad personalen kallar en anteckning från en grupp',
  'responses.receiptHash': 'ett avtryck av kvittokoden, som koden inte går att läsa ur',
  'responses.submissionHash': 'ett avtryck av formulärets nyckel, så att ett formulär som skickas två gånger blir ett svar',
  'responses.sealSalt': 'ett slumpat tal som gör att svaret inte kan gissas ur sitt sigill',
  'responses.sealSequence': 'vilken dags sigill svaret ligger i',
  'responses.importId': 'vilken fil svaret lästes in från',
  'responses.enteredBy': 'vem i personalen som skrev in svaret',
  'statements.id': 'ett slumpat nummer på varje rad',
  'statements.responseId': 'vilket svar raden hör till',
  'statements.questionId': 'vilken fråga raden svarar på',
  'statements.position': 'radens plats under frågan',
  'statements.text': 'orden som skrevs',
  'statements.grouping': 'samma ord med små bokstäver, så att lika rader räknas ihop',
}
const en: Said = {
  'responses.id': 'a random number for the answer',
  'responses.dialogueId': 'which survey it is for',
  'responses.groupId': 'which group was asked, the same for everybody in the survey',
  'responses.receivedOn': 'the day, but not the time',
  'responses.source': 'by which way the answer came',
  'responses.answers': 'what was chosen',
  'responses.version': 'which version of the questions was answered',
  'responses.language': 'the language, if it wasn’t Swedish',
  'responses.poster': 'at which place the poster hung, if you came here by the code on a poster',
  'responses.persons': 'how many stand behind the answer',
  'responses.label': 'what staff call a note from a group',
  'responses.receiptHash': 'an imprint of the receipt code, from which the code can’t be read',
  'responses.submissionHash': 'an imprint of the key of the form, so that a form sent twice is one answer',
  'responses.sealSalt': 'a random number, so that the answer can’t be guessed from its seal',
  'responses.sealSequence': 'in which day’s seal the answer lies',
  'responses.importId': 'which file the answer was read from',
  'responses.enteredBy': 'who of the staff entered the answer',
  'statements.id': 'a random number for each line',
  'statements.responseId': 'which answer the line belongs to',
  'statements.questionId': 'which question the line answers',
  'statements.position': 'the place of the line under the question',
  'statements.text': 'the words that were written',
  'statements.grouping': 'the same words in small letters, so that equal lines are counted together',
}

/** What is stored of an answer, column by column, and what is not. */
export const storedWords = catalogue({
  sv: {
    title: 'Det här sparas',
    lead: 'Här står allt som sparas när någon svarar, och inget annat sparas i svaret.',
    alone: 'När du svarar själv',
    byCode: 'När du svarar med en kod',
    code: 'Vid koden skrivs bara att den är använd. Där står inte när, och inte vilket svar den gav. I svaret står inte koden.',
    byDevice: 'När en klass svarar, eller någon svarar på en läsplatta på plats',
    device: 'Samma saker sparas, och att svaret kom så. Inget ligger kvar på apparaten till nästa person.',
    byStaff: 'När personalen skriver in eller läser in svar',
    staff: 'Dessutom sparas',
    never: 'Det här sparas aldrig i ett svar',
    many: 'När många svarar på en gång',
    toSurvey: 'Till enkäten',
    nots: 'Namn, personnummer, adress, telefon, e-post, ip-adress, webbläsare, var du befinner dig eller klockslag.',
    bursts:
      'Svarar tio eller fler inom samma tio minuter sparar vi hur många de var, och hur många som skrev samma text om de också var tio. Det sparas skilt från svaren och säger inte vilka svaren är. Färre än tio sparas aldrig så. Det tas bort en månad efter att enkäten har stängt.',
    columns: said(sv),
  },
  en: {
    title: 'What is stored',
    lead: 'Here is everything that is stored when somebody answers. Nothing else is stored in the answer.',
    alone: 'When you answer by yourself',
    byCode: 'When you answer with a code',
    code: 'By the code it says only that it has been used. It does not say when, nor which answer it gave. The answer does not have the code.',
    byDevice: 'When a class answers, or somebody answers on a tablet on site',
    device: 'The same is stored, and that the answer came that way. Nothing stays on the device for the next person.',
    byStaff: 'When staff enter or read in answers',
    staff: 'Stored besides',
    never: 'What is never stored in an answer',
    many: 'When many answer at once',
    toSurvey: 'To the survey',
    nots: 'Name, personal number, address, telephone, e-mail, IP address, browser, where you are or time of day.',
    bursts:
      'If ten or more answer within the same ten minutes we store how many they were, and how many wrote the same text if they too were ten. It is stored apart from the answers and does not say which they are. Fewer than ten are never stored so. It is removed a month after the survey has closed.',
    columns: said(en),
  },
})

function said(columns: Said): (column: StoredColumn) => string {
  return (column) => columns[column]
}

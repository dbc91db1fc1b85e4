/** Owns what people's texts are in other languages, and which languages the pages can be had in. */
export { maySetLanguages, mayWriteTranslation } from './access.ts'
export { listTranslations, type Place, type TranslationReading } from './list-translations.ts'
export { readContent } from './read-content.ts'
export { readLanguages } from './read-languages.ts'
export { setLanguages } from './set-languages.ts'
export { writeTranslation } from './write-translation.ts'

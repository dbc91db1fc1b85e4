/** Owns what people's texts are in other languages. */
export { mayWriteTranslation } from './access.ts'
export { listTranslations, type Place, type TranslationReading } from './list-translations.ts'
export { readContent } from './read-content.ts'
export { writeTranslation } from './write-translation.ts'

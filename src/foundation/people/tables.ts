export * from './tables/accessibility.ts'
export * from './tables/mails.ts'
export * from './tables/persons.ts'
export * from './tables/settings.ts'

export * from './tables/answers.ts'
export * from './tables/dialogues.ts'
export * from './tables/readings.ts'
export * from './tables/sheets.ts'

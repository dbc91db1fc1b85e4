export * from './tables/answers.ts'
export * from './tables/codes.ts'
export * from './tables/dialogues.ts'
export * from './tables/readings.ts'

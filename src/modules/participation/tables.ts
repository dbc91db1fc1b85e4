export * from './tables/answers.ts'
export * from './tables/dialogues.ts'

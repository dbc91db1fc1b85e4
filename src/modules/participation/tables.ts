export * from './tables/answers.ts'
export * from './tables/dialogues.ts'
export * from './tables/protocols.ts'
export * from './tables/readings.ts'

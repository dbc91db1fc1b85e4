export * from './tables/answers.ts'
export * from './tables/dialogues.ts'
export * from './tables/notice-wishes.ts'
export * from './tables/readings.ts'

export * from './tables/codings.ts'
export * from './tables/desk.ts'
export * from './tables/snapshots.ts'
export * from './tables/themes.ts'

import { defineConfig } from 'drizzle-kit'

export default defineConfig({
  dialect: 'postgresql',
  schema: ['./src/foundation/*/tables.ts', './src/modules/*/tables.ts'],
  out: './migrations',
  casing: 'snake_case',
})

import { sql } from 'drizzle-orm'
import { check, jsonb, pgTable, text } from 'drizzle-orm/pg-core'
import { identity, instant } from '../../db/columns.ts'
import type { MapDrawing } from '../rules/draw-map.ts'
import { aPerson } from './persons.ts'

/** A map of the municipality as it is drawn, with its squares: each load is a row, and the latest is shown. */
export const maps = pgTable(
  'people_maps',
  {
    id: identity(),
    /** Where the file came from, in words. */
    source: text().notNull(),
    drawing: jsonb().$type<MapDrawing>().notNull(),
    setBy: aPerson(),
    setAt: instant().notNull(),
  },
  (map) => [check('people_maps_drawing', sql`jsonb_typeof(${map.drawing}) = 'object' and pg_column_size(${map.drawing}) < 200000`)],
)

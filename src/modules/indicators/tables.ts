import { sql } from 'drizzle-orm'
import { boolean, check, foreignKey, index, integer, numeric, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { calendarDay, choice, identity, instant, oneOf } from '#db/columns'
import { points } from '#decision/tables'
import { organs, persons } from '#people/tables'

export const absences = ['dropped-out', 'not-applicable', 'confidential', 'not-published', 'suppressed'] as const

/** Stable for ever; what it means in detail is its definition. */
export const indicators = pgTable(
  'indicators_indicators',
  {
    id: identity(),
    slug: text().notNull().unique(),
    name: text().notNull(),
    level: choice(['society', 'service']).notNull(),
    /** What of it the municipality controls. */
    influence: text().notNull(),
    desired: choice(['up', 'down', 'none']).notNull(),
    keeperId: uuid().references(() => organs.id),
  },
  (indicator) => [
    check('indicators_indicators_level', oneOf(indicator.level, ['society', 'service'])),
    check('indicators_indicators_desired', oneOf(indicator.desired, ['up', 'down', 'none'])),
  ],
)

export const definitions = pgTable(
  'indicators_definitions',
  {
    id: identity(),
    indicatorId: uuid()
      .notNull()
      .references(() => indicators.id),
    version: integer().notNull(),
    title: text().notNull(),
    description: text().notNull(),
    unit: text().notNull(),
    decimals: integer().notNull().default(1),
    source: text().notNull(),
    /** The code at the source, e.g. a Kolada id. */
    externalCode: text(),
    validFrom: calendarDay().notNull(),
    breaksSeries: boolean().notNull().default(false),
    /** Written method that makes old and new comparable. */
    bridge: text(),
  },
  (definition) => [unique().on(definition.indicatorId, definition.version)],
)

/** Appended only. The highest revision of a cell is current; a revision says why. */
export const measurements = pgTable(
  'indicators_measurements',
  {
    id: identity(),
    definitionId: uuid()
      .notNull()
      .references(() => definitions.id),
    /** `2026`, `2026-T2`, `2026-08`. */
    period: text().notNull(),
    /** `kön=K`; empty is the total. */
    cell: text().notNull().default(''),
    revision: integer().notNull().default(1),
    value: numeric(),
    absence: choice(absences),
    preliminary: boolean().notNull().default(false),
    /** Half the width of the interval, in the same unit, when known. */
    margin: numeric(),
    count: integer(),
    source: text().notNull(),
    provenance: choice(['recorded', 'sourced', 'invented']).notNull().default('recorded'),
    reason: text(),
    reportedBy: uuid().references(() => persons.id),
    reportedAt: instant().notNull(),
  },
  (measurement) => [
    unique().on(measurement.definitionId, measurement.period, measurement.cell, measurement.revision),
    unique('indicators_measurements_definition_and_id').on(measurement.definitionId, measurement.id),
    check('indicators_measurements_value_or_absence', sql`(${measurement.value} is null) <> (${measurement.absence} is null)`),
    check('indicators_measurements_absence', sql`${measurement.absence} is null or ${oneOf(measurement.absence, absences)}`),
    check('indicators_measurements_reason', sql`${measurement.revision} = 1 or length(trim(${measurement.reason})) > 0`),
    check('indicators_measurements_revision', sql`${measurement.revision} >= 1`),
  ],
)

/** Names one measurement revision as where we start from. Never "the first value". */
export const baselines = pgTable(
  'indicators_baselines',
  {
    id: identity(),
    definitionId: uuid().notNull(),
    measurementId: uuid().notNull(),
    method: text().notNull(),
    n: integer(),
    frozenBy: uuid()
      .notNull()
      .references(() => persons.id),
    frozenAt: instant().notNull(),
    pointId: uuid().references(() => points.id),
  },
  (baseline) => [
    foreignKey({
      columns: [baseline.definitionId, baseline.measurementId],
      foreignColumns: [measurements.definitionId, measurements.id],
      name: 'indicators_baselines_measurement',
    }),
    unique('indicators_baselines_definition_and_id').on(baseline.definitionId, baseline.id),
  ],
)

/** The national catalogue of key figures (Källa: Kolada), and the municipalities and comparison groups in it. */
export const koladaKpis = pgTable(
  'indicators_kolada_kpis',
  {
    code: text().primaryKey(),
    title: text().notNull(),
    description: text().notNull(),
    operatingArea: text().notNull(),
    perspective: text().notNull(),
    dividedByGender: boolean().notNull(),
    publication: text(),
  },
  (kpi) => [index().on(kpi.title)],
)
export const koladaMunicipalities = pgTable('indicators_kolada_municipalities', { code: text().primaryKey(), name: text().notNull(), kind: text().notNull() })
export const koladaGroups = pgTable('indicators_kolada_groups', { code: text().notNull(), name: text().notNull(), municipality: text().notNull() }, (row) => [
  unique().on(row.code, row.municipality),
])
export const imports = pgTable('indicators_imports', {
  id: identity(),
  source: text().notNull(),
  contentHash: text().notNull().unique(),
  accepted: integer().notNull(),
  rejected: integer().notNull(),
  importedAt: instant().notNull(),
})

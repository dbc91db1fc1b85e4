import { and, asc, desc, eq, ilike, inArray, or } from 'drizzle-orm'
import { db } from '#db/database.server'
import type { MeasurementRow } from './rules/series.ts'
import { baselines, definitions, imports, indicators, koladaGroups, koladaKpis, koladaMunicipalities, measurements } from './tables.ts'

export { transaction } from '#db/database.server'

export async function putIndicator(indicator: typeof indicators.$inferInsert) {
  const [row] = await db().insert(indicators).values(indicator).onConflictDoNothing().returning({ id: indicators.id })
  return row?.id
}
export async function putDefinition(definition: typeof definitions.$inferInsert) {
  const [row] = await db().insert(definitions).values(definition).returning({ id: definitions.id })
  return row?.id ?? ''
}
export async function listIndicators() {
  return db().select().from(indicators).orderBy(asc(indicators.name))
}
export async function findIndicator(slug: string) {
  const [row] = await db().select().from(indicators).where(eq(indicators.slug, slug))
  return row
}
export async function findIndicatorById(id: string) {
  const [row] = await db().select().from(indicators).where(eq(indicators.id, id))
  return row
}
export async function listDefinitions(wish: { indicatorIds: readonly string[] } | { ids: readonly string[] }) {
  const [column, ids] = 'ids' in wish ? [definitions.id, wish.ids] : [definitions.indicatorId, wish.indicatorIds]
  if (ids.length === 0) return []
  return db()
    .select({ definition: definitions, indicator: indicators })
    .from(definitions)
    .innerJoin(indicators, eq(indicators.id, definitions.indicatorId))
    .where(inArray(column, [...ids]))
    .orderBy(asc(definitions.indicatorId), asc(definitions.version))
}
export async function findDefinition(id: string) {
  const [row] = await db().select().from(definitions).where(eq(definitions.id, id))
  return row
}
export async function listMeasurements(definitionIds: readonly string[]): Promise<MeasurementRow[]> {
  if (definitionIds.length === 0) return []
  return (
    await db()
      .select()
      .from(measurements)
      .where(inArray(measurements.definitionId, [...definitionIds]))
      .orderBy(asc(measurements.period), asc(measurements.revision))
  ).map(rowOf)
}
export async function findMeasurement(id: string) {
  const [row] = await db().select().from(measurements).where(eq(measurements.id, id))
  return row && rowOf(row)
}
export async function latestRevision(definitionId: string, period: string, cell: string) {
  const [row] = await db()
    .select({ revision: measurements.revision })
    .from(measurements)
    .where(and(eq(measurements.definitionId, definitionId), eq(measurements.period, period), eq(measurements.cell, cell)))
    .orderBy(desc(measurements.revision))
    .limit(1)
  return row?.revision ?? 0
}
export async function putMeasurement(measurement: typeof measurements.$inferInsert) {
  const [row] = await db().insert(measurements).values(measurement).returning({ id: measurements.id })
  return row?.id ?? ''
}
export async function putBaseline(baseline: typeof baselines.$inferInsert) {
  const [row] = await db().insert(baselines).values(baseline).returning({ id: baselines.id })
  return row?.id ?? ''
}
export async function listBaselines(definitionIds: readonly string[]) {
  if (definitionIds.length === 0) return []
  const rows = await db()
    .select({ baseline: baselines, measurement: measurements })
    .from(baselines)
    .innerJoin(measurements, eq(measurements.id, baselines.measurementId))
    .where(inArray(baselines.definitionId, [...definitionIds]))
    .orderBy(asc(baselines.frozenAt))
  return rows.map(({ baseline, measurement }) => ({ ...baseline, period: measurement.period, value: measurement.value === null ? undefined : Number(measurement.value) }))
}
export async function hasImport(contentHash: string) {
  return (await db().$count(imports, eq(imports.contentHash, contentHash))) > 0
}
export async function putImport(row: typeof imports.$inferInsert) {
  const [stored] = await db().insert(imports).values(row).returning({ id: imports.id })
  return stored?.id ?? ''
}
const atOnce = 500
export async function putCatalogue(catalogue: {
  kpis: (typeof koladaKpis.$inferInsert)[]
  municipalities: (typeof koladaMunicipalities.$inferInsert)[]
  groups: (typeof koladaGroups.$inferInsert)[]
}) {
  await db().delete(koladaGroups)
  await db().delete(koladaMunicipalities)
  await db().delete(koladaKpis)
  for (let at = 0; at < catalogue.kpis.length; at += atOnce)
    await db()
      .insert(koladaKpis)
      .values(catalogue.kpis.slice(at, at + atOnce))
      .onConflictDoNothing()
  for (let at = 0; at < catalogue.municipalities.length; at += atOnce)
    await db()
      .insert(koladaMunicipalities)
      .values(catalogue.municipalities.slice(at, at + atOnce))
      .onConflictDoNothing()
  for (let at = 0; at < catalogue.groups.length; at += atOnce)
    await db()
      .insert(koladaGroups)
      .values(catalogue.groups.slice(at, at + atOnce))
      .onConflictDoNothing()
}
export async function searchCatalogue(text: string, limit: number) {
  const pattern = `%${text.replaceAll(/[\\%_]/g, '\\$&')}%`
  return db()
    .select()
    .from(koladaKpis)
    .where(or(ilike(koladaKpis.title, pattern), ilike(koladaKpis.code, pattern)))
    .orderBy(asc(koladaKpis.code))
    .limit(limit)
}

function rowOf(row: typeof measurements.$inferSelect): MeasurementRow {
  return { ...row, value: row.value === null ? undefined : Number(row.value), margin: row.margin === null ? undefined : Number(row.margin) }
}

/** Owns the measures: what each indicator means, what was measured or why not, and where we start from. */
export { createIndicator } from './create-indicator.ts'
export { defineIndicator } from './define-indicator.ts'
export { freezeBaseline } from './freeze-baseline.ts'
export { importKolada } from './import-kolada.ts'
export { type DefinitionReading, type IndicatorReading, listIndicators, readDefinitions, readIndicator } from './read-indicator.ts'
export { recordMeasurement } from './record-measurement.ts'
export type { MeasurementRow } from './rules/series.ts'
export { searchCatalogue } from './search-catalogue.ts'

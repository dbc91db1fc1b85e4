/** Swedish voices read well: pure functions on text, with offsets into the untouched original. */
export { findPersonalData, type PersonalData, type PersonalDataKind } from './find-personal-data.ts'
export { findUnacceptableCharacters, type UnacceptableCharacter } from './find-unacceptable-characters.ts'
export { isolateDirection } from './isolate-direction.ts'
export { type Lix, lix } from './lix.ts'
export { type MaskedSpan, maskPersonalData, placeholders } from './mask-personal-data.ts'
export { type DuplicateGroup, nearDuplicates } from './near-duplicates.ts'
export { normaliseForGrouping } from './normalise-for-grouping.ts'
export { type Statement, splitStatements } from './split-statements.ts'

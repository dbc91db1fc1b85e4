/** Owns the trail: who did what, on what, when and why, in an order that can't be changed unseen. */
export { command } from './command.ts'
export { type EventReading, listEvents } from './list-events.ts'
export { recordEvent, type Subject } from './record-event.ts'
export { recordSystemEvent } from './record-system-event.ts'
export { listSealedBatches, sealBatch } from './seal-batch.ts'
export { type Sealer, startSealer } from './start-sealer.ts'
export { type TrailVerdict, verifyTrail } from './verify-trail.ts'

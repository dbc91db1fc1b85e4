/** Owns the trail: who did what, on what, when and why, in an order that can't be changed unseen. */
export { recordEvent } from './record-event.ts'

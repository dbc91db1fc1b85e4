/** Owns the frame: the mandate, the promise, the steps of the process and their moved dates, and what is published when. */
export { closeStep } from './close-step.ts'
export { createProcess } from './create-process.ts'
export { insertStep } from './insert-step.ts'
export { moveStep } from './move-step.ts'
export { listProcesses, type ProcessReading, readProcess, type StepReading } from './read-process.ts'
export { type Release, readRelease } from './read-release.ts'
export { releaseStep } from './release-step.ts'

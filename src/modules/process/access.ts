import { may } from '#kernel/actor'

/** The process leader runs the process: makes it, inserts and moves steps, closes them and publishes what they gave. */
export const mayCreateProcess = may('create-process', 'process-leader')
export const mayInsertStep = may('insert-step', 'process-leader')
export const mayMoveStep = may('move-step', 'process-leader')
export const mayCloseStep = may('close-step', 'process-leader')
export const mayReleaseStep = may('release-step', 'process-leader')

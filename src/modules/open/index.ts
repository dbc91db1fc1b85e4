/** Owns the public face: the pages where anybody can follow the thread. It stores nothing. */
export { composeThread, type Thread } from './compose-thread.ts'
export { type Picture, readPicture } from './read-picture.ts'
export { traceAnswer } from './trace-answer.ts'

import { parentPort, workerData } from 'node:worker_threads'
import { opinionFindings, type VotesReading } from './rules/opinion-findings.ts'

export type OpinionMaterial = { readonly votes: VotesReading; readonly threshold: number }

// Grouping some thousand people many times over takes seconds of one core: it has a thread of its own, so that the web is never held up.
const { votes, threshold } = workerData as OpinionMaterial
parentPort?.postMessage(opinionFindings(votes, threshold))

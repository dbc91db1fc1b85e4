import type { Course } from '#kernel/course'

export type MatterState =
  | 'submitted'
  | 'prepared'
  | 'proposed'
  | 'consulted'
  | 'decided'
  | 'rejected'
  | 'remitted'
  | 'tabled'
  | 'adjusted'
  | 'posted'
  | 'appealed'
  | 'in-force'
  | 'annulled'

/** Ärendets gång: from a document handed in to a decision in force. Each organ makes its own point; this is the course of the matter they make together. */
export const matterCourse = {
  prepare: { from: ['submitted', 'remitted', 'tabled'], to: 'prepared' },
  propose: { from: ['submitted', 'prepared', 'tabled', 'consulted'], to: 'proposed' },
  'send-to-vote': { from: ['proposed'], to: 'consulted' },
  decide: { from: ['prepared', 'proposed', 'consulted'], to: 'decided' },
  reject: { from: ['prepared', 'proposed', 'consulted'], to: 'rejected' },
  remit: { from: ['submitted', 'prepared', 'proposed'], to: 'remitted' },
  table: { from: ['submitted', 'prepared', 'proposed'], to: 'tabled' },
  adjust: { from: ['decided'], to: 'adjusted' },
  post: { from: ['adjusted'], to: 'posted' },
  appeal: { from: ['posted'], to: 'appealed' },
  'gain-force': { from: ['posted', 'appealed'], to: 'in-force' },
  annul: { from: ['appealed'], to: 'annulled' },
} as const satisfies Course<MatterState, string>

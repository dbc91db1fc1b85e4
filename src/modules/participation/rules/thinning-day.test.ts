import { describe, expect, test } from 'vitest'
import { day } from '#kernel/day'
import { thinningDay } from './thinning-day.ts'

const compiled = day('2024-02-29')
const kept = { retention: 'kept', retentionYears: null } as const
const undecided = { rule: 'kept', years: null, decision: null } as const
const afterYears = (years: number) => ({ rule: 'after-years', years, decision: 'KS 1' }) as const

describe('the day from which answers may be thinned', () => {
  test('is never while nobody has said so, or while it is decided that they are kept', () => {
    expect(thinningDay(kept, undecided, compiled)).toEqual({ kept: 'undecided' })
    expect(thinningDay({ retention: 'when-compiled', retentionYears: null }, { ...undecided, decision: 'KF 9' }, compiled)).toEqual({ kept: 'by-decision' })
  })
  test('waits until they are compiled', () => {
    expect(thinningDay(kept, afterYears(2), undefined)).toEqual({ kept: 'not-compiled' })
  })
  test('is the earlier of what was told and what is decided; leap days too', () => {
    expect(thinningDay({ retention: 'after-years', retentionYears: 1 }, undecided, compiled)).toEqual({ from: '2025-03-01', by: 'dialogue' })
    expect(thinningDay({ retention: 'after-years', retentionYears: 5 }, afterYears(2), compiled)).toEqual({ from: '2026-03-01', by: 'municipality' })
    expect(thinningDay({ retention: 'when-compiled', retentionYears: null }, afterYears(2), compiled)).toEqual({ from: '2024-02-29', by: 'dialogue' })
    expect(thinningDay(kept, afterYears(4), compiled)).toEqual({ from: '2028-02-29', by: 'municipality' })
  })
})

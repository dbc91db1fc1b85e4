import { describe, expect, test } from 'vitest'
import { fileOf, runSamsyn } from './run-samsyn.ts'

const sample = 'kön,ålder,vikt\nkvinna,ung,1\nkvinna,gammal,2\nman,ung,1\nman,gammal,1\n,gammal,1\n'
const targets = 'variable,level,total\nkön,kvinna,60\nkön,man,40\nålder,ung,30\nålder,gammal,70\n'
const weigh = (...args: string[]) => runSamsyn('weight', ...args)
const weighed = (sampleText: string, targetText: string, ...more: string[]) => {
  const { status, said, complained } = weigh(fileOf('sample.csv', sampleText), fileOf('targets.csv', targetText), '--json', ...more)
  expect(status, complained).toBe(0)
  return JSON.parse(said)
}

test('a sample is raked to its targets; who lacks an answer keeps their mass', () => {
  const { weights, converged, iterations, largestMarginError, designEffect, margins } = weighed(sample, targets)
  expect([converged, iterations > 0, largestMarginError < 1e-9, designEffect >= 1]).toEqual([true, true, true, true])
  expect(weights).toHaveLength(5)
  expect(weights.reduce((sum: number, weight: number) => sum + weight, 0)).toBeCloseTo(100, 6)
  const woman = margins.find(({ level }: { level: string }) => level === 'kvinna').weighted
  const man = margins.find(({ level }: { level: string }) => level === 'man').weighted
  expect(woman / (woman + man)).toBeCloseTo(0.6, 9)
})

test('base weights, caps, bounds and a joint table are taken', () => {
  const [plain, based] = [weighed(sample, targets).weights, weighed(sample, targets, '--base', 'vikt').weights]
  expect(based).not.toEqual(plain)
  expect(weighed(sample, targets, '--bounds', '0.2,4').converged).toBe(true)
  expect(weighed(sample, targets, '--bounds', '0.99,1.01')).toMatchObject({ converged: false, problem: expect.stringContaining('Vikterna når inte målen') })
  expect(weighed(sample, targets, '--cap', '1.05').converged).toBe(false)
  const joint = 'variable,level,total\nkön:ålder,kvinna:ung,10\nkön:ålder,kvinna:gammal,20\nkön:ålder,man:ung,30\nkön:ålder,man:gammal,40\n'
  expect(
    weighed(sample, joint, '--post-stratify')
      .weights.slice(0, 4)
      .map((weight: number) => weight / 80),
  ).toEqual([0.1, 0.2, 0.3, 0.4].map((share) => expect.closeTo(share, 9)))
})

test('what no weights can meet is said in words', () => {
  expect(weighed(sample, targets.replace('man,40', 'man,30\nkön,annat,10'))).toMatchObject({ converged: false, problem: expect.stringContaining('Ingen svarande har kön annat') })
  expect(weighed(sample, targets.replace('gammal,70', 'gammal,90'))).toMatchObject({ converged: false, problem: expect.stringContaining('Målen för ålder summerar till 120') })
  expect(weighed(sample, targets).warnings).toContain('kön man har bara 2 svarande.')
})

test('small levels are made one when it is asked for', () => {
  const { margins, converged } = weighed(sample, targets.replace('man,40', 'man,30\nkön,annat,10'), '--collapse', '2')
  expect(converged).toBe(true)
  expect(margins.map(({ level }: { level: string }) => level)).toContain('man + annat')
})

test('in words for whoever reads it', () => {
  const { status, said } = weigh(fileOf('sample.csv', sample), fileOf('targets.csv', targets), '--estimate', 'vikt')
  expect(status).toBe(0)
  expect(said).toMatch(/Vikterna når målen efter \d+ varv/)
  expect(said).toContain('Vägt medel av vikt')
})

describe('what can’t be used is refused with file, line and column', () => {
  test.each([
    ['a level without a target', sample.replace('man,ung', 'okänt,ung'), targets, [], 'sample.csv, rad 4: kön ”okänt” har inget mål i targets.csv.'],
    ['a variable that is no column', sample, targets.replace('ålder,ung', 'längd,ung'), [], 'har ingen kolumn längd'],
    ['a target that is no number', sample, targets.replace('40', 'fyrtio'), [], 'targets.csv, rad 3, kolumn 3 (total): ”fyrtio” är inget tal.'],
    ['a target below nothing', sample, targets.replace('40', '-40'), [], 'targets.csv, rad 3, kolumn 3 (total): -40 är mindre än 0.'],
    ['a target twice', sample, `${targets}kön,man,40\n`, [], 'targets.csv, rad 6: kön man finns två gånger.'],
    ['other columns', sample, 'a,b\n1,2\n', [], 'targets.csv, rad 1: kolumnen variable och level och total saknas.'],
    ['an empty sample', 'kön\n', targets, [], 'sample.csv har inga rader under rubriken.'],
    ['a base weight of nothing', sample.replace('ung,1', 'ung,0'), targets, ['--base', 'vikt'], 'sample.csv, rad 2, kolumn 3 (vikt): en grundvikt är större än 0.'],
    ['a cap of one', sample, targets, ['--cap', '1'], '--cap är större än 1'],
    ['bounds that are none', sample, targets, ['--bounds', '2,1'], '--bounds ligger på var sin sida om 1'],
  ] as [string, string, string, string[], string][])('%s', (_, sampleText, targetText, more, sentence) => {
    const { status, said, complained } = weigh(fileOf('sample.csv', sampleText), fileOf('targets.csv', targetText), ...more)
    expect(complained).toContain(sentence)
    expect([status, said, complained.includes('    at ')]).toEqual([2, '', false])
  })
})

describe('samsyn consensus', () => {
  const counts = 'group,theme,for,against,asked\ninvånare,buss,320,40,400\nvalda,buss,19,2,21\ninvånare,vind,380,20,400\nvalda,vind,4,17,21\n'
  const found = (text: string, ...more: string[]) => JSON.parse(runSamsyn('consensus', fileOf('counts.csv', text), '--json', ...more).said).themes

  test('ninety percent of all and four of twenty-one elected is a split', () => {
    const [bus, wind] = found(counts, '--census', 'valda')
    expect([bus.label, wind.label]).toEqual(['consensus', 'split'])
    expect(wind.minimum.mean).toBeCloseTo(4 / 21, 3)
    expect(wind.groups[1]).toMatchObject({ group: 'valda', share: 4 / 21, shrunk: 4 / 21, low: 4 / 21, high: 4 / 21, census: true })
    expect(bus.groups[0].salience).toBeCloseTo(0.9, 12)
    expect(wind.largestDifference).toMatchObject({ higher: 'invånare', lower: 'valda' })
    expect(wind.groupsDiffer.p).toBeLessThan(0.01)
  })
  test('declared weights move the means, and nothing else', () => {
    const weights = fileOf('weights.csv', 'group,weight\ninvånare,9\nvalda,1\n')
    const [, even] = found(counts)
    const [, weighted] = found(counts, '--weights', weights)
    expect(weighted.geometricMean).toBeGreaterThan(even.geometricMean)
    expect(weighted.minimum).toEqual(even.minimum)
  })
  test('in words', () => {
    expect(runSamsyn('consensus', fileOf('counts.csv', counts)).said).toContain('vind: olika syn')
  })
  test.each([
    ['more than were asked', counts.replace('320,40,400', '390,40,400'), 'counts.csv, rad 2: fler har tagit ställning än som fick frågan (asked 400).'],
    ['a group twice', `${counts}valda,vind,1,1,21\n`, 'counts.csv, rad 6: gruppen valda har redan en rad om temat vind.'],
    ['no number', counts.replace('19,2', 'nitton,2'), 'counts.csv, rad 3, kolumn 3 (for): ”nitton” är inget tal.'],
    ['no theme', counts.replace('valda,buss', 'valda,'), 'counts.csv, rad 3: temat saknas.'],
  ])('refused: %s', (_, text, sentence) => {
    expect(runSamsyn('consensus', fileOf('counts.csv', text))).toMatchObject({ status: 2, complained: `${sentence}\n`, said: '' })
  })
  test('refused: a census group that is not there', () => {
    expect(runSamsyn('consensus', fileOf('counts.csv', counts), '--census', 'barn').complained).toContain('Gruppen barn finns inte bland invånare, valda.')
  })
})

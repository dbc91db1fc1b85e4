// Builds packages/text/data/swedish-words.bin from ../shared/data/text/sv-background: forms with counts, and vectors of stems.
// Usage: node scripts/build-word-table.mjs [background.txt] [out.bin]. Some minutes and 2 GB. The same text gives the same table.
import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { stemSwedish } from '../packages/text/src/words/stem-swedish.ts'
import { stopWords } from '../packages/text/src/words/stop-words.ts'
import { tokenise } from '../packages/text/src/words/tokenise.ts'
import { writeWordTable } from '../packages/text/src/words/word-table.ts'

const root = resolve(import.meta.dirname, '..')
const [background = resolve(root, '../shared/data/text/sv-background/paragraphs.txt'), out = resolve(root, 'packages/text/data/swedish-words.bin')] = process.argv.slice(2)
const source = 'Counted from the bodies of interpellations in the Riksdag 1994–2024 (Sveriges riksdag; public documents, free to reuse with the source named).'

const [mostForms, leastForm, mostStems, dimensions, window] = [60_000, 4, 11_000, 200, 5]
const paragraphs = readFileSync(background, 'utf8').split('\n')

// How often a form is written with a capital inside a sentence: names are, and are left out.
const [counts, capitals, inside] = [new Map(), new Map(), new Map()]
for (const paragraph of paragraphs)
  for (const { word, start, end } of tokenise(paragraph)) {
    if (!/^[a-zåäöé]{2,}$/.test(word)) continue
    counts.set(word, (counts.get(word) ?? 0) + 1)
    if (/(?:^|[.!?:"”»–-])\s*$/.test(paragraph.slice(Math.max(0, start - 4), start))) continue
    inside.set(word, (inside.get(word) ?? 0) + 1)
    const written = paragraph.slice(start, end)
    if (written[0] !== written[0].toLowerCase()) capitals.set(word, (capitals.get(word) ?? 0) + 1)
  }
const surnames = new Set(
  'andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson pettersson jonsson jansson hansson bengtsson jönsson lindberg jakobsson magnusson olofsson lindström lindqvist lindgren axelsson berg bergström lundberg lind lundgren lundqvist mattsson berglund fredriksson sandberg henriksson forsberg sjöberg wallin engström eklund danielsson lundin håkansson björk bergman gunnarsson holm wikström samuelsson isaksson fransson bergqvist nyström holmberg arvidsson löfgren söderberg nyberg blomqvist claesson nordström mårtensson lundström viklund björklund eliasson pålsson berggren sandström lund nordin ström åberg hermansson ekström falk holmgren hellström dahlberg hedlund sundberg sjögren ek blom abrahamsson martinsson öberg andreasson strömberg månsson åkesson hansen norberg lindholm dahl jonasson'.split(
    ' ',
  ),
)
const isName = (word) =>
  (capitals.get(word) ?? 0) * 2 > (inside.get(word) ?? 1) || (surnames.has(word) && (capitals.get(word) ?? 0) * 10 > (inside.get(word) ?? 1)) || /sson$/.test(word)
const forms = [...counts]
  .filter(([word, count]) => count >= leastForm && !isName(word))
  .sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1))
  .slice(0, mostForms)
const allowed = new Set(forms.map(([word]) => word))
console.log(`${counts.size} forms, ${forms.length} kept`)

const stemCounts = new Map()
for (const [word, count] of forms) if (!stopWords.has(word)) stemCounts.set(stemSwedish(word), (stemCounts.get(stemSwedish(word)) ?? 0) + count)
const stems = [...stemCounts].sort((one, other) => other[1] - one[1] || (one[0] < other[0] ? -1 : 1)).slice(0, mostStems)
const n = stems.length
const at = new Map(stems.map(([stem], place) => [stem, place]))
const stemOf = new Map(forms.map(([word]) => [word, at.get(stemSwedish(word)) ?? -1]))

// How often two stems stand within five words of each other, small words left out; near ones count more.
const together = new Float32Array(n * n)
for (const paragraph of paragraphs) {
  const line = []
  for (const { word } of tokenise(paragraph)) {
    const place = stopWords.has(word) || !allowed.has(word) ? -1 : stemOf.get(word)
    if (place >= 0) line.push(place)
  }
  for (let i = 0; i < line.length; i++)
    for (let d = 1; d <= window && i + d < line.length; d++) {
      const weight = 1 / d
      together[line[i] * n + line[i + d]] += weight
      together[line[i + d] * n + line[i]] += weight
    }
}
const sums = new Float64Array(n)
for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) sums[i] += together[i * n + j]
// Context smoothing of Levy, Goldberg & Dagan 2015.
const smooth = sums.map((sum) => sum ** 0.75)
const [all, allSmooth] = [sums.reduce((a, b) => a + b, 0), smooth.reduce((a, b) => a + b, 0)]
const [starts, columns, values] = [new Uint32Array(n + 1), [], []]
for (let i = 0; i < n; i++) {
  for (let j = 0; j < n; j++) {
    const seen = together[i * n + j]
    if (seen === 0) continue
    // The mean of both directions, so that the matrix is symmetric.
    const one = Math.log((seen * allSmooth) / (sums[i] * smooth[j]))
    const other = Math.log((seen * allSmooth) / (sums[j] * smooth[i]))
    const ppmi = (Math.max(0, one) + Math.max(0, other)) / 2
    if (ppmi > 0) {
      columns.push(j)
      values.push(ppmi)
    }
  }
  starts[i + 1] = columns.length
}
console.log(`${all.toFixed(0)} pairs, ${columns.length} of them telling`)
const [column, value] = [Uint16Array.from(columns), Float32Array.from(values)]

// The main directions, by subspace iteration (Halko, Martinsson & Tropp 2011) from a seeded start.
const width = dimensions + 20
let block = new Float32Array(n * width)
let state = 20260101
for (let k = 0; k < block.length; k++) {
  state = (Math.imul(state, 1664525) + 1013904223) >>> 0
  block[k] = state / 2 ** 31 - 1
}
const multiply = (from) => {
  const to = new Float32Array(n * width)
  for (let i = 0; i < n; i++)
    for (let e = starts[i]; e < starts[i + 1]; e++) {
      const [base, v] = [column[e] * width, value[e]]
      for (let k = 0; k < width; k++) to[i * width + k] += v * from[base + k]
    }
  return to
}
const orthonormal = (matrix) => {
  const columnsOf = Array.from({ length: width }, (_, k) => Float64Array.from({ length: n }, (_, i) => matrix[i * width + k]))
  for (let k = 0; k < width; k++) {
    const own = columnsOf[k]
    for (let turn = 0; turn < 2; turn++)
      for (let b = 0; b < k; b++) {
        const other = columnsOf[b]
        let dot = 0
        for (let i = 0; i < n; i++) dot += own[i] * other[i]
        for (let i = 0; i < n; i++) own[i] -= dot * other[i]
      }
    let length = 0
    for (let i = 0; i < n; i++) length += own[i] ** 2
    length = Math.sqrt(length)
    for (let i = 0; i < n; i++) own[i] /= length
  }
  const back = new Float32Array(n * width)
  for (let k = 0; k < width; k++) for (let i = 0; i < n; i++) back[i * width + k] = columnsOf[k][i]
  return back
}
for (let turn = 0; turn < 6; turn++) {
  block = orthonormal(multiply(block))
  console.log(`turn ${turn + 1}`)
}
const image = multiply(block)
const small = Array.from({ length: width }, (_, a) =>
  Float64Array.from({ length: width }, (_, b) => {
    let sum = 0
    for (let i = 0; i < n; i++) sum += block[i * width + a] * image[i * width + b]
    return sum
  }),
)
const { eigenvalues, eigenvectors } = jacobi(small)
const order = [...eigenvalues.keys()].sort((a, b) => Math.abs(eigenvalues[b]) - Math.abs(eigenvalues[a])).slice(0, dimensions)
const [vectors, scales] = [new Int8Array(n * dimensions), new Float32Array(n)]
for (let i = 0; i < n; i++) {
  const row = order.map((k) => {
    let sum = 0
    for (let b = 0; b < width; b++) sum += block[i * width + b] * eigenvectors[b][k]
    return sum * Math.sqrt(Math.abs(eigenvalues[k]))
  })
  const length = Math.hypot(...row) || 1
  const largest = Math.max(...row.map((x) => Math.abs(x / length))) || 1
  scales[i] = largest
  row.forEach((x, k) => {
    vectors[i * dimensions + k] = Math.round((x / length / largest) * 127)
  })
}
const sorted = forms.toSorted((one, other) => (one[0] < other[0] ? -1 : 1))
const bytes = writeWordTable({
  source,
  forms: sorted.map(([word]) => word),
  formCounts: sorted.map(([, count]) => count),
  stems: stems.map(([stem]) => stem),
  stemCounts: stems.map(([, count]) => count),
  dimensions,
  vectors,
  scales,
})
writeFileSync(out, bytes)
console.log(`${out}: ${(bytes.length / 1e6).toFixed(2)} MB`)

/** Every eigenvalue and eigenvector of a small symmetric matrix, by Jacobi's rotations. */
function jacobi(matrix) {
  const m = matrix.length
  const [a, v] = [matrix.map((row) => row.slice()), Array.from({ length: m }, (_, i) => Float64Array.from({ length: m }, (_, j) => Number(i === j)))]
  for (let sweep = 0; sweep < 12; sweep++)
    for (let p = 0; p < m; p++)
      for (let q = p + 1; q < m; q++) {
        if (Math.abs(a[p][q]) < 1e-9) continue
        const theta = (a[q][q] - a[p][p]) / (2 * a[p][q])
        const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta ** 2 + 1))
        const [c, s] = [1 / Math.sqrt(t ** 2 + 1), t / Math.sqrt(t ** 2 + 1)]
        for (let k = 0; k < m; k++) {
          const [x, y] = [a[k][p], a[k][q]]
          a[k][p] = c * x - s * y
          a[k][q] = s * x + c * y
        }
        for (let k = 0; k < m; k++) {
          const [x, y] = [a[p][k], a[q][k]]
          a[p][k] = c * x - s * y
          a[q][k] = s * x + c * y
        }
        for (let k = 0; k < m; k++) {
          const [x, y] = [v[k][p], v[k][q]]
          v[k][p] = c * x - s * y
          v[k][q] = s * x + c * y
        }
      }
  return { eigenvalues: a.map((row, i) => row[i]), eigenvectors: v }
}

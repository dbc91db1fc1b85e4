// How right themes and suggestions are on one labelled set, the mean of five seeds.
import { adjustedMutualInformation, findThemes, learnCodes, lexiconOf, prepareTexts, seededRandom, stopWords, suggestFor, tokenise } from '../../build/command/bench.js'
import { misspelt } from './text-sets.mjs'

const seeds = [1, 2, 3, 4, 5]

export function qualityOf({ name, texts, labels, codebook, sizes, prototype }, table) {
  const lexicon = lexiconOf(table)
  const codes = codebook.map(({ code }) => code)
  const isSingle = labels.every(({ length }) => length === 1)
  const prepared = prepareTexts(texts, codebook, table, lexicon)
  const suggestions = Object.fromEntries(sizes.map((coded) => [coded, suggestionsOf(prepared, labels, coded)]))
  const likeNvivo = Object.fromEntries(sizes.filter((coded) => coded > 0).map((coded) => [coded, centroidsOf(texts, labels, codes, coded)]))
  const slips =
    isSingle && texts.length > 500
      ? { 150: suggestionsOf(prepareTexts(misspelt(texts), codebook, table, lexicon), labels, 150).first, asWritten: suggestionsOf(prepared, labels, 150).first }
      : undefined
  return { set: name, texts: texts.length, themes: isSingle ? themesOf(texts, labels, codes, table, lexicon) : undefined, suggestions, likeNvivo, misspelt: slips, prototype }
}

function themesOf(texts, labels, codes, table, lexicon) {
  const truth = labels.map(([label]) => codes.indexOf(label))
  const [found, given] = [findThemes(texts, table, lexicon, { stability: true }), findThemes(texts, table, lexicon, { k: codes.length })]
  return {
    given: round(adjustedMutualInformation(given.of, truth)),
    found: round(adjustedMutualInformation(found.of, truth)),
    number: found.themes.length,
    stability: round(found.stability),
  }
}

/** Right at first and among three, of the texts that were not coded; how true the certainty is; what is accepted unread; and several codes a text. */
function suggestionsOf(prepared, labels, coded) {
  const sums = { first: 0, three: 0, calibrationError: 0, microF1: 0, acceptedRight: 0, accepted: 0 }
  const used = coded === 0 ? seeds.slice(0, 1) : seeds
  for (const seed of used) {
    const [taught, rest] = parted(labels.length, coded, seed)
    const learnt = learnCodes(prepared, new Map(taught.map((at) => [at, labels[at]])))
    const found = suggestFor(prepared, learnt, rest, { why: false, most: prepared.codes.length })
    const isRight = (text, { code }) => labels[text].includes(code)
    const share = (test) => rest.filter((text, at) => test(text, found[at])).length / rest.length
    const accepted = learnt.autoAccept ? rest.flatMap((text, at) => (found[at][0].certainty >= learnt.autoAccept.threshold ? [isRight(text, found[at][0])] : [])) : []
    const chosen = rest.flatMap((text, at) => found[at].filter((each) => each.chosen).map((each) => isRight(text, each)))
    const all = rest.reduce((sum, text) => sum + labels[text].length, 0)
    const one = {
      first: share((text, own) => isRight(text, own[0])),
      three: share((text, own) => own.slice(0, 3).some((each) => isRight(text, each))),
      calibrationError: calibrationError(rest.map((text, at) => ({ certainty: found[at][0].certainty, right: isRight(text, found[at][0]) }))),
      microF1: (2 * chosen.filter(Boolean).length) / (chosen.length + all),
      acceptedRight: accepted.filter(Boolean).length / rest.length,
      accepted: accepted.length / rest.length,
    }
    for (const key of Object.keys(sums)) sums[key] += one[key] / used.length
  }
  // Of all that were accepted, over all seeds.
  sums.acceptedRight = sums.accepted === 0 ? 0 : sums.acceptedRight / sums.accepted
  return Object.fromEntries(Object.entries(sums).map(([key, value]) => [key, round(value)]))
}

/** NVivo's published way of coding by example, made anew: TF-IDF of words, stop words left out, no stems, nearest centroid of each code's texts. */
function centroidsOf(texts, labels, codes, coded) {
  const words = texts.map((text) => tokenise(text).flatMap(({ word }) => (stopWords.has(word) ? [] : [word])))
  const documents = new Map()
  for (const own of words) for (const word of new Set(own)) documents.set(word, (documents.get(word) ?? 0) + 1)
  const vectors = words.map((own) => {
    const counts = new Map()
    for (const word of own) counts.set(word, (counts.get(word) ?? 0) + 1)
    const weighed = [...counts].map(([word, many]) => [word, many * Math.log(texts.length / documents.get(word))])
    const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1
    return weighed.map(([word, weight]) => [word, weight / length])
  })
  const sums = { first: 0, three: 0 }
  for (const seed of seeds) {
    const [taught, rest] = parted(texts.length, coded, seed)
    const centroids = codes.map((code) => {
      const middle = new Map()
      for (const at of taught) if (labels[at].includes(code)) for (const [word, weight] of vectors[at]) middle.set(word, (middle.get(word) ?? 0) + weight)
      const length = Math.hypot(...middle.values()) || 1
      return { code, likeness: (vector) => vector.reduce((sum, [word, weight]) => sum + (weight * (middle.get(word) ?? 0)) / length, 0) }
    })
    for (const text of rest) {
      const ranked = centroids.map(({ code, likeness }) => ({ code, value: likeness(vectors[text]) })).sort((one, other) => other.value - one.value)
      sums.first += Number(labels[text].includes(ranked[0].code)) / rest.length / seeds.length
      sums.three += Number(ranked.slice(0, 3).some(({ code }) => labels[text].includes(code))) / rest.length / seeds.length
    }
  }
  return { first: round(sums.first), three: round(sums.three) }
}

function parted(size, coded, seed) {
  const random = seededRandom(seed)
  const order = Array.from({ length: size }, (_, at) => ({ at, by: random() }))
    .sort((one, other) => one.by - other.by)
    .map(({ at }) => at)
  return [order.slice(0, coded), order.slice(coded)]
}

/** The expected calibration error in ten bins (Naeini, Cooper & Hauskrecht 2015). */
function calibrationError(judged) {
  const bins = Map.groupBy(judged, ({ certainty }) => Math.min(9, Math.floor(certainty * 10)))
  return [...bins.values()].reduce((sum, own) => sum + Math.abs(own.reduce((gap, { certainty, right }) => gap + certainty - Number(right), 0)) / judged.length, 0)
}

function round(value) {
  return Number(value.toFixed(3))
}

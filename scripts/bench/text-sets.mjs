// The labelled sets of ../shared with codebooks of our own, and what is made of them: texts with two labels, and misspelt ones.
import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { readWordTable, seededRandom, tokenise } from '../../build/command/bench.js'
import { project } from '../make-ready.mjs'

const shared = resolve(project, '../shared/data/text')

// Written from the names of the labels alone, before any of the texts was read.
const sib = {
  'science/technology': 'vetenskap och teknik: forskning, forskare, uppfinningar, datorer, rymden',
  travel: 'resor: turister, hotell, flyg, sevärdheter, biljetter',
  politics: 'politik: regering, val, president, parlament, partier, krig och fred',
  sports: 'idrott: lag, matcher, spelare, mästerskap, mål',
  health: 'hälsa: sjukdom, vård, läkare, virus, smitta, läkemedel',
  entertainment: 'underhållning: film, musik, artister, teater, tv, skådespelare',
  geography: 'geografi: länder, städer, berg, floder, klimat, hav',
}
const swefaq = [
  ['Vaccinationer mot covid', 'vaccin mot covid: doser, vem som får vaccin, biverkningar, skydd'],
  ['Familjehem', 'familjehem: bli familjehem, barn som placeras, uppdrag, ersättning'],
  ['Vårdnadsöverflyttning', 'vårdnaden flyttas till familjehemmet: vårdnadshavare, förälder, tingsrätt'],
  ['våld i nära relationer', 'våld i nära relationer: partner, slag, hot, skydd, hjälp till utsatta'],
  ['LVU', 'omhändertagande av barn enligt LVU: tvångsvård, socialtjänst, föräldrar'],
  ['avropsprocessen', 'avrop från ramavtal: upphandling, leverantör, anbud, beställning'],
  ['Ukraina', 'personer från kriget i Ukraina: rätt till vård, skydd och bistånd'],
  ['Sahlgrenska Life', 'bygget av Sahlgrenska Life: sjukhus, nya hus, forskning'],
  ['Regionala banor', 'järnväg i nationell transportplan: regionala banor, tåg, spår'],
  ['Arbetsmiljösatsningen', 'satsning på arbetsmiljö: medarbetare, personal, pengar, projekt'],
  ['(Västra Götaland)', 'vaccination mot covid-19 i regionen: boka tid, vaccinationsbevis, mottagning'],
  ['skogsbrand', 'skogsbrand: brand, rök, eldningsförbud, skogsägare, skador'],
  ['journal via nätet', 'läsa sin journal på nätet: logga in, uppgifter, ombud'],
  ['Hastighet', 'hastighet på vägen: gräns, fart, skyltar'],
  ['distansarbete', 'försäkring vid arbete hemifrån: distans, utrustning, olycka'],
  ['Inkasso', 'inkasso: skuld, krav, betala, borgenär'],
  ['resegarantin', 'resegaranti: inställd resa, resebolag i konkurs, pengar tillbaka'],
  ['ansökningsförfarandet', 'ansöka om säkerhetshöjande åtgärder: ansökan, handläggning, blankett, tid'],
  ['Frågor om bidraget', 'bidrag till säkerhetshöjande åtgärder: hur mycket, vem kan få, villkor'],
  ['gåvobrev', 'ändra gåvobrev eller testamente: permutation, stiftelse, villkor'],
]

/** @returns {{ name: string, texts: string[], labels: string[][], codebook: { code: string, name: string, description: string }[], withoutThem: boolean, sizes: number[], prototype: string }[]} */
export function labelledSets() {
  if (!existsSync(shared)) return []
  const rowsOf = (set) =>
    readFileSync(join(shared, set, 'data.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
  const described = (labels, describe) => [...new Set(labels.flat())].sort().map((code) => ({ code, name: '', description: describe(code) }))
  const [sibs, faqs, questions] = [rowsOf('sv-sib200'), rowsOf('sv-swefaq'), rowsOf('sv-interpellationer').filter(({ year }, at) => year >= 2011 && at % 2 === 0)]
  const policy = JSON.parse(readFileSync(join(shared, 'sv-interpellationer/codebook.json'), 'utf8'))
  const set = (name, texts, labels, describe, more) => ({ name, texts, labels, codebook: described(labels, describe), withoutThem: false, ...more })
  const titles = set(
    'sv-interpellationer, titles',
    questions.map(({ title }) => title),
    questions.map(({ label }) => [label]),
    (code) => policy[code],
    {
      withoutThem: true,
      sizes: [0, 50, 200],
      prototype: 'titles: themes .27; codebook .54/.78, 200 coded .59',
    },
  )
  return [
    set(
      'sv-sib200',
      sibs.map(({ text }) => text),
      sibs.map(({ label }) => [label]),
      (code) => sib[code],
      { sizes: [0, 100, 500], prototype: 'themes .34; right first .50 / .62 / .73' },
    ),
    set(
      'sv-swefaq',
      faqs.map(({ text }) => text),
      faqs.map(({ label }) => [label]),
      (code) => swefaq.find(([part]) => code.includes(part))?.[1] ?? code,
      { sizes: [0, 50], prototype: 'themes .62' },
    ),
    set(
      'sv-interpellationer',
      questions.map(({ text }) => text),
      questions.map(({ label }) => [label]),
      (code) => policy[code],
      {
        withoutThem: true,
        sizes: [0, 50, 200],
        prototype: 'policy: themes .34; codebook .59/.83, 50 coded .61/.85, 200 coded .64',
      },
    ),
    titles,
    { ...paired(titles), name: 'two titles in one', sizes: [100, 200], prototype: 'several codes, town: micro-F1 .50 / .59' },
  ]
}

/** Four hundred texts, nearly half of them of two titles with the labels of both. */
function paired({ texts, labels, ...rest }) {
  const random = seededRandom(5)
  const any = () => Math.floor(random() * texts.length)
  const pairs = Array.from({ length: 400 }, () => (random() < 0.55 ? [any()] : [any(), any()]))
  return { ...rest, texts: pairs.map((own) => own.map((at) => texts[at]).join('. ')), labels: pairs.map((own) => [...new Set(own.flatMap((at) => labels[at]))]) }
}

/** A quarter of the words of four letters or more with a slip: two letters changed about, one less, another, or one more. */
export function misspelt(texts) {
  const random = seededRandom(9)
  const letters = 'abcdefghijklmnopqrstuvwxyzåäö'
  const slip = (word) => {
    if (random() > 0.25) return word
    const [at, kind, other] = [Math.floor(random() * (word.length - 1)), Math.floor(random() * 4), letters[Math.floor(random() * 29)]]
    const [before, after] = [word.slice(0, at), word.slice(at + 1)]
    return [before + after[0] + word[at] + after.slice(1), before + after, before + other + after, before + other + word[at] + after][kind]
  }
  return texts.map((text) => text.replace(/\p{L}{4,}/gu, slip))
}

/** A table from a background less every paragraph that has six words in a row in common with any of the texts. */
export function tableWithout(texts, node, folder) {
  const wordsOf = (text) => tokenise(text).map(({ word }) => word)
  const runs = (words) => words.slice(0, -5).map((_, at) => words.slice(at, at + 6).join(' '))
  const taken = new Set(texts.flatMap((text) => runs(wordsOf(text))))
  const kept = readFileSync(join(shared, 'sv-background/paragraphs.txt'), 'utf8')
    .split('\n')
    .filter((paragraph) => !runs(wordsOf(paragraph)).some((run) => taken.has(run)))
  const [background, out] = [join(folder, 'background.txt'), join(folder, 'words.bin')]
  writeFileSync(background, kept.join('\n'))
  const { status, stderr } = spawnSync(node, ['--max-old-space-size=8000', join(project, 'scripts/build-word-table.mjs'), background, out], { encoding: 'utf8' })
  if (status !== 0) throw new Error(stderr)
  return readWordTable(readFileSync(out))
}

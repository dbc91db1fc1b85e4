import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { repairSpelling } from './repair-spelling.ts'
import { lexiconInParts, lexiconOf, splitCompound } from './split-compound.ts'
import { stemSwedish } from './stem-swedish.ts'
import { stopWords } from './stop-words.ts'
import { tokenise } from './tokenise.ts'
import { readWordTable } from './word-table.ts'

const table = readWordTable(readFileSync(resolve(import.meta.dirname, '../../data/swedish-words.bin')))
const lexicon = lexiconOf(table)

describe('words of a text', () => {
  test('stand where they say in the untouched original, whatever it holds', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        let last = 0
        for (const { word, start, end } of tokenise(text)) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(text.slice(start, end).normalize('NFC').toLowerCase()).toBe(word)
          last = end
        }
      }),
    )
  })
  test('å in one sign and in two is one word', () => {
    expect(tokenise('A\u030Ange').map(({ word }) => word)).toEqual(tokenise('Ånge').map(({ word }) => word))
  })
  test('small words are left out, and words that deny are not', () => {
    for (const word of ['och', 'det', 'är', 'skulle', 'vill']) expect(stopWords.has(word)).toBe(true)
    for (const word of ['inte', 'ingen', 'inga', 'inget', 'aldrig', 'utan', 'ej']) expect(stopWords.has(word)).toBe(false)
  })
})

// Worked out with Snowball 3.1.1; on 76,726 words of ../shared's background the two never differed.
test.each(
  'bussar buss;bussarna buss;bussens buss;skolan skolan;skolor skol;skolorna skol;kommunens kommun;kommunerna kommun;avtalet avtal;området områd;näringslivet näringsliv;trygghet trygg;tryggheten trygg;möjligheterna möj;äldre äldr;äldreomsorgen äldreomsorg;vägarna väg;vägen väg;lokalt lokalt;frivilligt frivil;arbetslös arbetslös;arbetslösa arbetslös;hälsosamma hälsosamm;ungdomarnas ungdom;föreningslivets föreningsliv;badplatser badplats;husen hus;huset hus;inflyttning inflyttning;inflyttade inflyt;utlöst utlös;sorgfullt sorgfull;planet plan;aktivitet aktivitet;paket paket;barns barn'
    .split(';')
    .map((pair) => pair.split(' ') as [string, string]),
)('the stem of %s is %s', (word, stem) => {
  expect(stemSwedish(word)).toBe(stem)
})

describe('compounds', () => {
  const split =
    'äldre+omsorg äldre+boende barn+omsorg sjuk+vård hem+tjänst kollektiv+trafik buss+hållplats tåg+trafik fritids+gård fritids+gårdar skol+gård skol+skjuts skol+buss grund+skola gymnasie+skola för+skola vuxen+utbildning närings+liv företags+klimat lands+bygd gles+bygd kommun+hus kommun+styrelse bad+plats bad+hus lek+plats lek+park park+bänk cykel+väg cykel+bana gång+väg väg+underhåll vinter+väg snö+röjning gatu+belysning bred+band mobil+täckning vind+kraft vatten+kraft skogs+bruk jord+bruk jakt+lag fiske+vatten natur+reservat vandrings+led skid+spår idrotts+hall idrotts+förening fotbolls+plan is+hall bygde+gård hembygds+gård kultur+hus musik+skola biblioteks+buss hyres+lägenheter hyres+hus bostads+kö ödes+hus sommar+jobb arbets+plats arbets+tillfälle lärlings+plats mötes+plats mötes+platser medborgar+dialog framtids+tro samman+hållning grann+samverkan trygghets+boende räddnings+tjänst polis+station vård+central läkar+tid tand+läkare ungdoms+mottagning lant+handel stads+kärna center+handel parkerings+plats stations+hus järn+väg riks+väg motions+spår ridhus+verksamhet simhalls+tid skol+mat skol+kök skol+bibliotek skol+väg skol+hus skol+dag klass+rum elev+råd elev+hälsa lärar+brist lärar+lön special+pedagog studie+vägledare yrkes+utbildning folk+högskola distans+utbildning förskole+lärare barn+grupp barn+vagn barn+familj barn+vakt familje+central föräldra+möte ungdoms+gård ungdoms+råd pensionärs+förening senior+boende vård+boende demens+boende hem+sjukvård sjuk+hus sjuk+sköterska under+sköterska läkar+besök hälso+central tand+vård barn+morska ambulans+station apoteks+skåp vård+kö buss+linje buss+kort buss+tur buss+förare tåg+station tåg+tid tåg+resa tåg+biljett väg+trafik väg+arbete väg+lag väg+kant väg+skylt genomfarts+trafik hastighets+gräns fart+kamera övergångs+ställe trafik+ljus trafik+säkerhet gång+tunnel gång+bro cykel+ställ bil+väg bil+trafik last+bil buss+gata flyg+plats pendlar+parkering ladd+stolpe el+bil snö+skoter skoter+led snö+plog plog+bil sand+upptagning vinter+däck dricks+vatten vatten+ledning avlopps+nät avlopps+rening sop+hämtning sop+sortering återvinnings+station återvinnings+central avfalls+taxa miljö+mål miljö+fråga klimat+plan klimat+anpassning kol+dioxid sol+cell sol+celler sol+energi vind+park el+nät el+pris fjärr+värme värme+verk bygg+lov detalj+plan översikts+plan tomt+mark industri+mark industri+område strand+skydd fastighets+ägare villa+ägare bostads+rätt bostads+bolag bostads+område student+bostad hyres+gäst hyres+rätt fler+familjshus små+hus torg+handel livsmedels+butik mat+butik post+ombud bank+kontor bensin+station arbets+marknad arbets+liv arbets+miljö arbets+kraft arbets+förmedling sommar+arbete ferie+arbete personal+brist personal+grupp chefs+roll fack+förening små+företag små+företagare företags+by företags+park turist+byrå turist+näring besöks+näring upplevelse+turism industri+jobb skogs+industri skogs+ägare skogs+maskin lant+brukare lant+bruk bonde+marknad mjölk+bonde bygde+råd by+skola by+lag by+råd by+butik sam+arbete sam+verkan sam+tal medborgar+förslag medborgar+kontor medborgar+råd kommun+fullmäktige kommun+chef kommun+skatt kommun+ekonomi skatte+pengar skatte+betalare skatte+höjning val+deltagande val+lokal val+löfte folk+omröstning folk+hälsa folk+bildning förenings+liv förenings+bidrag förenings+lokal idrotts+plats idrotts+plan idrotts+anläggning fotbolls+lag ishockey+lag hockey+rink skid+backe skid+anläggning slalom+backe skridsko+is skate+park gym+kort gymnastik+sal sim+skola sim+undervisning bad+strand bad+brygga båt+plats båt+brygga fiske+kort fiske+tävling jakt+mark jakt+kort natur+skola natur+område natur+vård skogs+promenad svamp+plockning bär+skog kanot+led kultur+skola kultur+liv kultur+arv konst+utställning konst+förening musik+festival musik+kår teater+grupp bio+salong biblioteks+kort bok+buss bok+klubb sommar+kväll mid+sommar jul+marknad marknads+plats hembygds+förening hembygds+dag dans+bana dans+kväll trygghets+vandring trygghets+larm brand+station brand+kår brand+man polis+bil polis+närvaro natt+vandrare kris+beredskap nöd+nummer gatu+lampa gatu+lampor park+lampa hund+rastgård hund+bajs djur+klinik arbets+givare löne+sättning samlings+lokal'
      .split(' ')
      .map((parts) => parts.split('+'))
  const whole =
    'människor kommun politiker utveckling möjligheter tillsammans samhälle ungdomar arbetslöshet byggnader trygghet gemenskap skolan bibliotek förening grannar affären trivsel natur landet vägarna lokaler stämning delaktighet inflytande demokrati miljö service handel turism företagare lärare rektorn eleverna jobben barnen familjer pensionärer invånare bredd hälsa kultur idrott musik teater marknad torget centrum stationen utbildning framtiden verksamhet ansvar beslut pengar ekonomi problem förslag synpunkter information kontakt svenska nyheter hållbar öppen modig nyfiken stolt välkommen levande attraktiv tillgänglig trevlig naturlig personlig underbar fantastisk vacker enkel snabb billig kvalitet integration organisation planering satsning lösning ledning styrning medel bidrag anledning behandling berättelse betydelse erfarenhet förtroende förståelse förändring intresse kunskap känsla nöjd resultat samarbete skillnad styrka svaghet tradition uppgift uppmärksamhet utmaning verklighet vilja älskar önskar'.split(
      ' ',
    )
  test('of everyday life are split where we split them, in at least 85 of a hundred', () => {
    const right = split.filter((parts) => {
      const found = splitCompound(parts.join(''), lexicon)
      // The seam counts: a linking s may stand on either side of it.
      return found.length > 1 && stemSwedish(found.at(-1) as string) === stemSwedish(parts.at(-1) as string)
    })
    expect(split.length).toBeGreaterThan(300)
    expect(right.length / split.length).toBeGreaterThanOrEqual(0.85)
  })
  test('words that are none are left whole, in at least nine of ten', () => {
    const left = whole.filter((word) => splitCompound(word, lexicon).length === 1)
    expect(left.length / whole.length).toBeGreaterThanOrEqual(0.9)
  })
  test('a hyphen is a seam, and nonsense has none', () => {
    expect(splitCompound('IT-stöd'.toLowerCase(), lexicon)).toEqual(['it', 'stöd'])
    expect(splitCompound('x'.repeat(500), lexicon)).toEqual(['x'.repeat(500)])
  })
})

describe('the table of words', () => {
  test('is what it says: forms in order, vectors of length one, a source, and no more than three megabytes', () => {
    expect(table.forms.toSorted((one, other) => (one < other ? -1 : 1))).toEqual(table.forms)
    expect(table.source).toContain('riksdag')
    for (const stem of ['buss', 'skog', 'äldr']) {
      const at = table.stemAt.get(stem) as number
      const vector = Array.from(table.vectors.subarray(at * table.dimensions, (at + 1) * table.dimensions), (value) => (value * (table.scales[at] as number)) / 127)
      expect(Math.hypot(...vector)).toBeCloseTo(1, 1)
    }
    expect(readFileSync(resolve(import.meta.dirname, '../../data/swedish-words.bin')).length).toBeLessThan(3 << 20)
  })
  test('names nobody: no common surname and no given name that is not a word of its own', () => {
    const names =
      'andersson johansson karlsson nilsson eriksson larsson olsson persson svensson gustafsson lindberg lindström lindqvist lindgren bergström lundberg lundgren forsberg sjöberg engström danielsson håkansson wallin bengtsson jönsson anna maria eva karin kristina lena kerstin sara emma ingrid marie malin jenny birgitta annika lars mikael anders johan erik karl nils jan peter thomas fredrik daniel hans bengt göran göran fredrik reinfeldt palme bildt löfven åkesson'.split(
        ' ',
      )
    const known = new Set(table.forms)
    expect(names.filter((name) => known.has(name))).toEqual([])
  })
  test('no table is read out of anything else', () => {
    expect(() => readWordTable(new TextEncoder().encode('{"forms":-1}\n'))).toThrow(RangeError)
    expect(() => readWordTable(new TextEncoder().encode('ingen tabell'))).toThrow(RangeError)
  })
})

describe('spelling, for the analysis only', () => {
  test('brings back four of five words with a letter wrong, and never touches a known one', () => {
    const common = table.forms.filter((form, at) => form.length >= 6 && (table.formCounts[at] as number) > 150)
    // Two letters changed about in the middle, as fingers do.
    const wrong = common.map((form) => {
      const at = 1 + (form.length % (form.length - 3))
      return { form, written: form.slice(0, at) + form[at + 1] + form[at] + form.slice(at + 2) }
    })
    const unknown = wrong.filter(({ form, written }) => written !== form && lexicon.count(written) === 0)
    expect(unknown.length).toBeGreaterThan(500)
    expect(unknown.filter(({ form, written }) => repairSpelling(written, lexicon) === form).length / unknown.length).toBeGreaterThan(0.8)
    for (const form of common) expect(repairSpelling(form, lexicon)).toBe(form)
  })
  test('leaves nonsense, short words, digits and long chains alone', () => {
    for (const word of ['qzxwv', 'bus', 'covid19', 'x'.repeat(5_000), 'مرحبا', '']) expect(repairSpelling(word, lexicon)).toBe(word)
  })
})

test('a lexicon is made of no more than a thousand words at a time, and knows them all', () => {
  let read = 0
  const counting = new Proxy(table.forms, {
    get: (forms, at) => {
      if (/^\d+$/.test(String(at))) read++
      return Reflect.get(forms, at)
    },
  })
  const work = lexiconInParts({ forms: counting, formCounts: table.formCounts })
  const inParts: number[] = []
  let part = work.next()
  while (!part.done) {
    inParts.push(read - inParts.reduce((sum, many) => sum + many, 0))
    part = work.next()
  }
  expect(Math.max(...inParts)).toBeLessThanOrEqual(1_000)
  expect(read).toBeGreaterThanOrEqual(table.forms.length)
  const made = part.value
  expect(table.forms.every((form, at) => made.count(form) === table.formCounts[at])).toBe(true)
})

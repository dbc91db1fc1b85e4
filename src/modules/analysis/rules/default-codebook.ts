type Entry = {
  readonly slug: string
  readonly dimension: string
  /** The address of the theme that it is a part of. */
  readonly under?: string
  readonly name: string
  readonly definition: string
  readonly whenToUse: string
  readonly whenNot: string
  readonly examples: string
  readonly isCodable: boolean
}

const matter = (slug: string, name: string, definition: string, whenToUse: string, whenNot: string, examples = '', under?: string): Entry => ({
  ...{ slug, dimension: 'tema', name, definition, whenToUse, whenNot, examples, isCodable: true },
  ...(under !== undefined && { under }),
})
const heading = (slug: string, name: string, definition: string): Entry => ({
  ...{ slug, dimension: 'tema', name, definition, whenToUse: 'Rubrik: koda med en av koderna under den.', whenNot: 'Kodas inte själv.', examples: '', isCodable: false },
})
const box =
  (dimension: string) =>
  (slug: string, name: string, definition: string, whenToUse: string, whenNot: string, examples = ''): Entry => ({
    ...{ slug, dimension, name, definition, whenToUse, whenNot, examples, isCodable: true },
  })
const strength = box('grundstyrkor')
const value = box('varderingar')
const trust = box('fortroende')
const insight = box('insikter')
const alternative = box('alternativ')
const trait = box('egenskaper')

/** A codebook for a municipality to begin with: fewer than fifty codes, most matters first. It is there to be changed. */
export const defaultCodebook: readonly Entry[] = [
  heading('bo-och-leva', 'Bo och leva', 'Hemmet, byn och vardagen.'),
  matter(
    'boende',
    'Boende',
    'Bostäder: hur många, vilka och vad de kostar.',
    'Lägenheter, hus, tomter, hyror.',
    'Att flytta hit i allmänhet: Inflyttning.',
    'Det finns inga små lägenheter.',
    'bo-och-leva',
  ),
  matter(
    'service',
    'Service nära',
    'Affär, mack, post, bank och annat som vardagen kräver.',
    'När något finns, saknas eller läggs ned.',
    'Kommunens egna mottagningar: Bemötande och kontakt.',
    'Affären måste vara kvar.',
    'bo-och-leva',
  ),
  matter(
    'centrum',
    'Centrum och byar',
    'Hur orter ser ut och känns: torg, hus, belysning, skötsel.',
    'Utseende, liv och skötsel.',
    'Enskilda butiker: Service nära.',
    'Måla om på torget.',
    'bo-och-leva',
  ),
  matter(
    'inflyttning',
    'Inflyttning och befolkning',
    'Att bli fler, stanna eller flytta tillbaka.',
    'Vad som får människor att komma eller bli kvar.',
    'Bostäderna själva: Boende.',
    'De unga flyttar och kommer inte hem.',
    'bo-och-leva',
  ),
  heading('vaxa-och-lara', 'Växa och lära', 'Barn, unga och allas lärande.'),
  matter('forskola', 'Förskola', 'Barnens första år i kommunens omsorg.', 'Platser, grupper, personal.', 'Skolan från sex år: Skola.', 'Mindre barngrupper.', 'vaxa-och-lara'),
  matter(
    'skola',
    'Skola',
    'Grundskola och gymnasium.',
    'Undervisning, lärare, skolans hus och väg dit.',
    'Vuxnas studier: Vuxnas lärande.',
    'Behåll skolan i byn.',
    'vaxa-och-lara',
  ),
  matter(
    'vuxnas-larande',
    'Vuxnas lärande',
    'Komvux, yrkesutbildning, högskola på håll.',
    'Utbildning efter gymnasiet.',
    'Brist på arbetskraft: Jobb och företag.',
    '',
    'vaxa-och-lara',
  ),
  matter(
    'unga',
    'Unga',
    'Det som rör dem mellan barn och vuxen.',
    'Platser att vara på, fritid, att bli lyssnad på.',
    'Undervisning: Skola.',
    'Någonstans att vara på kvällen.',
    'vaxa-och-lara',
  ),
  heading('vard-och-trygghet', 'Vård och trygghet', 'Att få hjälp och känna sig säker.'),
  matter(
    'aldreomsorg',
    'Äldreomsorg',
    'Hemtjänst, boenden och dagar för äldre.',
    'Kommunens omsorg om äldre.',
    'Sjukhus och vårdcentral: Sjukvård.',
    'Samma personal hos mamma.',
    'vard-och-trygghet',
  ),
  matter(
    'sjukvard',
    'Sjukvård',
    'Vårdcentral, sjukhus, ambulans, tandvård.',
    'Regionens vård.',
    'Kommunens omsorg: Äldreomsorg eller Stöd.',
    'Det är långt till akuten.',
    'vard-och-trygghet',
  ),
  matter(
    'stod',
    'Stöd och socialtjänst',
    'Hjälp till den som har det svårt eller har en funktionsnedsättning.',
    'Stöd till enskilda och familjer.',
    'Äldre: Äldreomsorg.',
    '',
    'vard-och-trygghet',
  ),
  matter(
    'trygghet',
    'Trygghet',
    'Att kunna gå ute, brott, droger, räddningstjänst.',
    'Rädsla eller lugn, polis, belysning för trygghet.',
    'Trafik: Vägar.',
    'Här kan man gå ut sent.',
    'vard-och-trygghet',
  ),
  heading('resa-och-na', 'Resa och nå varandra', 'Vägar, tåg, bussar och nät.'),
  matter(
    'kollektivtrafik',
    'Kollektivtrafik',
    'Bussar, tåg och anropsstyrda resor.',
    'Turer, tider, hållplatser.',
    'Vägen själv: Vägar.',
    'Bussen går två gånger om dagen.',
    'resa-och-na',
  ),
  matter('vagar', 'Vägar och gång- och cykelvägar', 'Vägarnas skick, snö, cykel, gång.', 'Att ta sig fram.', 'Turer: Kollektivtrafik.', 'Cykelväg till skolan.', 'resa-och-na'),
  matter('bredband', 'Bredband och telefon', 'Nät som räcker till.', 'Fiber och täckning.', 'Kommunens webbplats: Bemötande och kontakt.', '', 'resa-och-na'),
  heading('arbete-och-foretag', 'Arbete och företag', 'Det man lever av.'),
  matter(
    'jobb',
    'Jobb och företag',
    'Arbete, företagande och att hitta folk.',
    'Jobb, villkor för företag, kompetens.',
    'Villkor på kommunens egna arbetsplatser: egen fråga, läggs inte ihop.',
    'Fler jobb så att man kan stanna.',
    'arbete-och-foretag',
  ),
  matter(
    'besokare',
    'Besökare',
    'Turism, boende för gäster, evenemang för dem utifrån.',
    'När det är för besökare.',
    'För dem som bor här: Kultur och fritid.',
    '',
    'arbete-och-foretag',
  ),
  matter(
    'energi-och-mark',
    'Energi, skog och mark',
    'Hur mark, skog och vatten används till el och näring.',
    'Vindkraft, gruvor, skogsbruk.',
    'Att vara i naturen: Natur.',
    '',
    'arbete-och-foretag',
  ),
  heading('fritid-och-natur', 'Fritid och natur', 'Det man gör när man är ledig.'),
  matter(
    'natur',
    'Natur',
    'Skog, vatten och fjäll att vara i.',
    'Naturen som skäl, och att nå den.',
    'Mark som näring: Energi, skog och mark.',
    'Tystnaden vid sjön.',
    'fritid-och-natur',
  ),
  matter(
    'kultur-och-fritid',
    'Kultur, idrott och fritid',
    'Föreningar, anläggningar, bibliotek, scener.',
    'Det man gör och var.',
    'Platser för unga utan ledare: Unga.',
    'Rusta badet.',
    'fritid-och-natur',
  ),
  matter('miljo', 'Klimat och miljö', 'Utsläpp, avfall, vatten och luft.', 'Att minska skada på miljön.', 'Upplevelsen av natur: Natur.', '', 'fritid-och-natur'),
  heading('styra-tillsammans', 'Styra tillsammans', 'Hur det bestäms, och hur man blir mött.'),
  matter(
    'inflytande',
    'Inflytande',
    'Att bli tillfrågad och att det märks.',
    'Demokrati, beslut, att bli lyssnad på.',
    'Svar från tjänstepersoner: Bemötande och kontakt.',
    'Ni frågar men gör som ni vill.',
    'styra-tillsammans',
  ),
  matter(
    'bemotande',
    'Bemötande och kontakt',
    'Hur man blir mött av kommunen och hittar rätt.',
    'Svar, köer, webbplats, tillstånd.',
    'Politiska beslut: Inflytande.',
    '',
    'styra-tillsammans',
  ),
  matter('ekonomi', 'Ekonomi och skatt', 'Vad kommunen har råd med.', 'Skatt, besparing, avgifter.', 'Vad som läggs ned: koda också det.', '', 'styra-tillsammans'),
  matter(
    'gemenskap',
    'Gemenskap',
    'Att känna och hjälpa varandra.',
    'Människor emellan, ideella krafter.',
    'Lokaler: Kultur, idrott och fritid.',
    'Alla hejar på varandra.',
    'styra-tillsammans',
  ),
  strength('styrka-plats', 'Platsen', 'Läge, natur och historia att bygga på.', 'När platsen nämns som tillgång.', 'Som önskan: koda temat.'),
  strength('styrka-manniskor', 'Människorna', 'Det folk kan och gör.', 'Kunnande, föreningsliv, företagsamhet.', 'Hur man är: Egenskaper.'),
  strength('styrka-arv', 'Arvet', 'Det som byggts upp över tid: järnväg, industri, bruk.', 'Historia som kraft.', 'Byggnader att rusta: Centrum och byar.'),
  value('vardering-frihet', 'Frihet', 'Att få råda sig själv och ha plats.', 'När frihet eller utrymme är skälet.', 'Natur som sådan: Natur.'),
  value('vardering-omtanke', 'Omtanke', 'Att bry sig om varandra.', 'När omsorg är värdet.', 'Kommunens omsorg: Äldreomsorg.'),
  value('vardering-rattvisa', 'Rättvisa', 'Att alla får lika, var de än bor.', 'När orättvisa mellan orter eller människor är skälet.', 'Endast kostnad: Ekonomi och skatt.'),
  value('vardering-mod', 'Mod', 'Att våga och pröva.', 'När djärvhet efterfrågas eller lovordas.', 'Enskilda förslag: koda temat.'),
  trust('fortroende-hallna-ord', 'Hållna ord', 'Att det som sagts blir gjort.', 'Löften som hållits eller brutits.', 'Att bli tillfrågad: Inflytande.'),
  trust('fortroende-oppenhet', 'Öppenhet', 'Att det går att se hur och varför.', 'Insyn, förklaringar, siffror.', 'Kontaktvägar: Bemötande och kontakt.'),
  insight('behov-tid', 'Tid och närhet', 'Livet ska gå ihop utan långa resor.', 'När avstånd eller tid är problemet bakom.', 'Turerna själva: Kollektivtrafik.'),
  insight('behov-framtidstro', 'Framtidstro', 'Att tro att det blir bättre, eller inte.', 'Hopp eller uppgivenhet.', 'Något som ska byggas eller göras: koda temat.'),
  alternative('alternativ-stad', 'En större stad', 'Det folk väljer i stället: staden.', 'När någon jämför med eller flyttar till en stad.', 'Grannkommuner: Grannkommunen.'),
  alternative(
    'alternativ-granne',
    'Grannkommunen',
    'Det folk väljer i stället: nära, men inte här.',
    'När någon handlar, bor eller arbetar i grannkommunen.',
    'Städer längre bort: En större stad.',
  ),
  trait('egenskap-lugn', 'Lugn', 'Stillhet och takt.', 'Hur platsen eller folket är.', 'Trygghet mot brott: Trygghet.'),
  trait('egenskap-seg', 'Seg och envis', 'Att inte ge sig.', 'Hur folket är.', 'Att våga nytt: Mod.'),
  trait('egenskap-hjalpsam', 'Hjälpsam', 'Att ställa upp.', 'Hur folket är.', 'Värdet bakom: Omtanke.'),
]

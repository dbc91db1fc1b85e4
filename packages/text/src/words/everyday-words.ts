import { stemSwedish } from './stem-swedish.ts'

/**
 * Stems of words of everyday life in a municipality that parliament seldom says: they are known, and may be parts of compounds. Ours.
 */
export const everydayStems: ReadonlySet<string> = /* @__PURE__ */ new Set(
  `aktivitet affär allé ambulans ankomst anläggning anslagstavla apotek arv asfalt avfart backe bad badhus badplats bageri bal bana bänk bar barnmorska barnvagn belysning bensin berg besök bibliotek bil bilar bio
  biograf biljett bio björk blomma blommor bod bokning bollar boll bollplan brandkår brevlåda bro brunn brygga butik by byalag byar bygd bäck båt båtar café camping cell cykel cyklar dagis damm dans dike disko djur
  djurpark dusch dörr elljus elljusspår enkät entré epa evenemang evenemangshall festival fest fika fiber fik film fisk fiske fjäll flak flagga fotboll frisör frisbee fritid frukost fågel fåglar färja förråd gata
  gatlykta gatlyktor grill grillplats grotta grus gräs gräsmatta gröt gunga gungor gym gymnastik gympa gång gångbro gård gårdar hall handel handelsbod hage hemvändare hembygd hinder hockey hund hundar hus hus häck häst hästar
  idrott innebandy is ishall jakt jul järnväg kaj kafé kanal kanot kanoter karta katt katter kiosk klass klubb klubbar konsert konst kort korv kran kurs kurser kväll kvällar kyrka kö köer kök lada lag lampa lampor lastbil led leder
  lek leksak leksaker linje linjer ljus lokal lokaler loppis lucka lunch lykta läger läktare lägenhet lägenheter läsning mack macken mark marknad maskin mat mellanmål midsommar minigolf modell moped museum mål målning möte natt
  nattvandring näring ombud orkester ort ost paddling padel park parkering parkeringar parkour path pedagog pensionär pendlare picknick pizzeria plan planka plog plogbil plogning plockning postlåda promenad promenader pub pulka
  pump puckel raggare ramp rastgård rastplats repa replokal resa resor restaurang restauranger ridhus ridning rink roddbåt ronder rum rutschkana räcke räddning rök röjning sal salar salong sand sandning scen sim simning simhall
  sjuksköterska skate skena skid skida skidor skidåkning skjuts skog skola skolor skoter skotrar skridsko skridskor skylt skyltar skåp skärm slalom slott slöjd snickare snö sopa sopor sol soldag sommar soptunna spel spår staket stall
  station stationer stig stigar strand stränder studio stuga stugor stol ställ stopp städning svamp sväng sås sönder sittplats säl sällskap säsong tak tandläkare tavla teater teatrar tält tandvård tennis tid tider toa toalett toaletter torg torn
  trappa träd träff träffar träning tur turist turer tvätt tåg tävling tävlingar ungdomsgård uppvisning utegym utflykt utsikt utställning vagn vagnar vall vandring vandringar vandrare vask vattendrag verkstad vik villa vinter vind vindskydd visning
  väg vägar vägren vägkant växthus yta återbruk återvinning åk åkeri åldring ås älg ö överfart övergång övning öppettid öppettider
  betalare brukare förmedling hämtning sortering upptagning skydd lån sättning växel rådgivning säkring byrå kund kasse kassa kontor disk skåp gräns lott lotter kår sköterska dioxid energi cell celler laddning stolpe stolpar värmepump`
    .split(/\s+/)
    .map(stemSwedish),
)

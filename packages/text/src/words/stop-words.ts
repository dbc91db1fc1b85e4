/**
 * Words that say nothing of what a text is about: the small words of Swedish, and the fillers of surveys. Words that deny (*inte*, *ingen*,
 * *aldrig*, *utan*) are kept out of the list, for they turn what is said. Ours.
 */
export const stopWords: ReadonlySet<string> = new Set(
  `alla allas allt alltid alltså andra andras annan annat annars att av bara behöva behöver behövs bland blev bli blir bliva blivit borde bort bra bör båda både
  de del dem den denna dennes deras dess dessa det detta dig din dina dit ditt dock dom du då där därför därmed därtill efter eftersom eller
  en enligt er era ert ett fast fick fin finnas finns flera fler flest flesta folk fram framför framöver från få får fått för före förr först första
  ge genom ger gett gick gjort gjorde gälla gäller gällande gå gång gånger går gått gör göra gärna ha hade haft han hans har hela helt hellre helst henne hennes hon
  honom hos hur här i iaf ibland idag ifall igen in inom innan inne istället ja jag jo ju just kan kanske kom komma kommer kunde kunna kunnat kvar
  lika lite låta låter mag man massa med medan mellan men mer mera mest mig min mina mindre minst mitt mot mycket må många måste ned
  ner ni nog nu någon någonting något några nån nåt nånting när nära oavsett och ock också ofta om oss ovan på redan runt rätt sade saker sak samma
  samt sedan se sen ser sig sin sina sitt sista själv själva ska skall skulle slags slut som står stor stora stort större så sådan sådana sådant säga säger sätt
  ta tar till tills tillsammans trots tror tycka tycker tyckte typ under upp uppe ut ute vad var vara varandra varför varit varje vart vem vems verkligen vi via vid vidare vilka
  vilken vilket vill vilja ville vore våra vår vårt väl än ändå ännu är även åt över övrigt önska önskar önskan ex etc dvs mm osv t
  noll ett två tre fyra fem sex sju åtta nio tio elva tolv tretton fjorton femton sexton sjutton arton nitton tjugo trettio fyrtio femtio sextio sjuttio åttio nittio hundra tusen
  å hä dä ä e de va mä te ja na`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

import { terms } from '#kernel/terms'

export type StandardStep = { readonly key: string; readonly number: string; readonly title: string; readonly who: string; readonly purpose: string; readonly focus: string }

/**
 * The steps that every new process starts with, in our own words after the process that Ånge published in 2020.
 * The dates are the municipality's; steps can be inserted, moved and left out, each with its reason.
 */
export const standardSteps: readonly StandardStep[] = [
  {
    key: 'employees',
    number: '01',
    title: 'Gruppsamtal med medarbetare',
    who: 'Kommunens medarbetare, som ofta också bor här',
    purpose: 'Samla underlag och låta många vara med',
    focus: 'Arbetslivet om tio år: hur vill du må, vad behöver du, vad gör arbetsgivaren? Hur beskriver du platsen för någon utifrån?',
  },
  {
    key: 'politicians',
    number: '02',
    title: 'Visionsverkstad med förtroendevalda',
    who: 'Förtroendevalda',
    purpose: 'Samla underlag och låta de valda vara med',
    focus: 'Kommunens styrkor',
  },
  {
    key: 'survey',
    number: '03',
    title: 'Enkät till invånarna',
    who: 'Alla som bor här eller hör hit',
    purpose: 'Samla underlag och låta alla vara med',
    focus: 'Framtiden: vad är bra och ska finnas kvar, vad kan vi lämna, vad saknas som vi vill ha om tio år?',
  },
  {
    key: 'workshops',
    number: '04',
    title: 'Blandade verkstäder',
    who: 'Förtroendevalda, förvaltning och medarbetare tillsammans',
    purpose: 'Gå på djupet, steg för steg',
    focus: 'Vilka är vi, varför finns vi, vad vill vi nå, vad håller vi högt och vad är vi ensamma om?',
  },
  {
    key: 'children',
    number: '04',
    title: 'Barnens råd',
    who: 'Barn i förskolan, med sina pedagoger',
    purpose: 'Låta de yngsta vara med',
    focus: 'Intervjuer och barnråd som pedagogerna håller i',
  },
  {
    key: 'analysis',
    number: '05',
    title: 'Analys',
    who: 'Processledarna',
    purpose: 'Hitta samsyn i allt som kommit in',
    focus: 'Var ser vi mest lika? Vilka värden är starkast? Varför ska man tro på oss? Vad har vi som ingen annan har?',
  },
  {
    key: 'proposal',
    number: '06',
    title: 'Förslag till vision',
    who: 'Kommunstyrelsen',
    purpose: 'Ge underlag för beslut',
    focus: 'Det viktigaste ur materialet i ett förslag, och hur arbetet gick till',
  },
  { key: 'executive-decision', number: '07', title: 'Beslut i kommunstyrelsen', who: 'Kommunstyrelsen', purpose: 'Ta ställning', focus: 'Den nya visionen' },
  { key: 'council-decision', number: '08', title: 'Beslut i kommunfullmäktige', who: 'Kommunfullmäktige', purpose: 'Besluta', focus: 'Den nya visionen' },
  { key: 'baseline', number: '09', title: 'Nuläge', who: 'Invånarna', purpose: 'Göra det möjligt att mäta', focus: 'Frågor byggda på visionen, att mäta mot senare' },
  {
    key: 'implementation',
    number: '10',
    title: 'Genomförande',
    who: `Förtroendevalda, ${terms.committee.many} och förvaltning`,
    purpose: 'Arbeta mot visionen',
    focus: `Kommunens ${terms.plan.one} och ${terms.committee.allThe}s ${terms.plan.many} bygger på visionen`,
  },
  {
    key: 'followup',
    number: '11',
    title: terms.followUp.One,
    who: `${terms.committee.Many} och förvaltning`,
    purpose: 'Se om vi gör rätt saker',
    focus: `Stämma av, värdera och berätta: hur nära ${terms.goal.allThe} är vi?`,
  },
]

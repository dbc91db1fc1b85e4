import { Quote, Quotes } from './quote.tsx'
import { type Step, StepLine } from './step-line.tsx'
import { type Stop, ThreadStrip } from './thread-strip.tsx'

const whole: readonly Stop[] = [
  { stop: 'voices', href: '#roster', count: '312 röster · 4 grupper' },
  { stop: 'theme', href: '#tema', count: 'Mötesplatser i byarna' },
  { stop: 'phrase', href: '#ord', count: '1 av 4 formuleringar' },
  { stop: 'decision', href: '#beslut', count: 'KF § 47, 14 juni 2021' },
  { stop: 'goal', href: '#mal', count: '2 mål' },
  { stop: 'indicator', href: '#matt', count: '3 mått' },
  { stop: 'result', href: '#resultat', count: 'Delvis uppfyllt' },
]
const torn: readonly Stop[] = [
  { stop: 'voices', broken: 'Inga röster ligger bakom den här formuleringen' },
  { stop: 'theme', broken: 'Inget tema' },
  { stop: 'phrase', count: '1 av 4 formuleringar' },
  { stop: 'decision', href: '#beslut-2', count: 'KF § 47, 14 juni 2021' },
  { stop: 'goal', expected: 'Kommer i november 2026' },
  { stop: 'indicator', expected: 'Kommer i november 2026' },
  { stop: 'result', expected: 'Kommer i mars 2027' },
]
const steps: readonly Step[] = [
  {
    id: 'visning-1',
    number: '03',
    title: 'Enkät till alla som bor här',
    who: 'Invånare',
    purpose: 'Få in tankar från så många som möjligt',
    focus: 'Vad som är bra, vad som kan lämnas och vad som saknas om tio år',
    state: 'done',
    dates: { from: '2020-10-05', to: '2020-11-29' },
    planned: { from: '2020-10-05', to: '2020-11-29' },
    moves: [],
    releasedAt: '2020-12-10T09:00:00Z',
    href: '#roster',
  },
  {
    id: 'visning-2',
    number: '07',
    title: 'Beslut i kommunfullmäktige',
    who: 'Kommunfullmäktige',
    purpose: 'Bestämma den nya visionen',
    focus: 'Tre förslag av fem går vidare',
    state: 'going',
    dates: { from: '2021-06-14', to: '2021-06-14' },
    planned: { from: '2021-04-26', to: '2021-04-26' },
    moves: [{ reason: 'Materialet kompletteras med samtal med företagare.' }],
  },
  {
    id: 'visning-3',
    number: '07b',
    title: 'Invånarna röstar',
    who: 'Alla som bor här',
    purpose: 'Låta invånarna välja mellan tre förslag',
    focus: 'Ett förslag blir vision',
    state: 'planned',
    dates: { from: '2021-08-02', to: '2021-08-29' },
    planned: { from: '2021-08-02', to: '2021-08-29' },
    moves: [],
    insertedBecause: 'Fullmäktige ville höra invånarna en gång till.',
  },
  {
    id: 'visning-4',
    number: '09',
    title: 'Nuläge',
    who: 'Invånare',
    purpose: 'Göra det möjligt att mäta',
    focus: 'Frågor som bygger på visionen',
    state: 'left-out',
    dates: { from: '2021-07-01', to: '2021-08-31' },
    planned: { from: '2021-07-01', to: '2021-08-31' },
    moves: [],
    closed: { reason: 'Frågorna ställs i stället i medborgarundersökningen.' },
  },
]

/** The thread and what hangs on it: strip, vision, voices, the line of the process. */
export function ShowcaseThread() {
  return (
    <>
      <h3>Hel tråd</h3>
      <ThreadStrip stops={whole} here="phrase" language="sv" label="Den röda tråden, hel" />
      <h3>Bruten tråd, och en del som kommer</h3>
      <ThreadStrip stops={torn} here="phrase" language="sv" label="Den röda tråden, bruten" />
      <h3>Ingenting än, på engelska</h3>
      <div lang="en">
        <ThreadStrip stops={[]} language="en" label="The red thread, empty" />
      </div>
      <h3>Visionens ord</h3>
      <p className="vision">
        Vi är en plats <a href="#ord">där ingen by är för liten</a>. Här finns <a href="#ord-2">skog och vatten nära alla</a>,{' '}
        <a href="#ord-3" className="rootless">
          och en framtidstro som smittar
        </a>
        .
      </p>
      <h3>Röster</h3>
      <Quotes>
        <Quote text="Fler mötesplatser för unga i byarna, inte bara i centralorten." from="Invånare, enkäten hösten 2020" />
        <Quote text="Bussen går en gång om dagen. Då blir det inga kompisar efter skolan." from="Barn och unga, samtal i januari 2021" />
        <Quote text="نريد مكاناً نلتقي فيه" from="Invånare, enkäten hösten 2020" lang="ar" />
      </Quotes>
      <h3>Processen</h3>
      <StepLine steps={steps} language="sv" />
    </>
  )
}

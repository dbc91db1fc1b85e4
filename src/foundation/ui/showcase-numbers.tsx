import { LineChart } from './chart.tsx'
import { ShareBars } from './share-bars.tsx'
import { Tag } from './tag.tsx'
import { ThreadFacts } from './thread-facts.tsx'

/** Numbers that never stand alone, and drawings that say what they show. */
export function ShowcaseNumbers() {
  return (
    <>
      <h3>Ett tal</h3>
      <div className="two">
        <ThreadFacts
          number="63,6 %"
          what="av dem som svarade skulle rekommendera någon att flytta hit."
          source="SCB, Medborgarundersökningen"
          period="2022"
          n="394 svar av 1 000 tillfrågade"
          sure="± 4,8 procentenheter"
          language="sv"
        />
        <ThreadFacts what="tycker att bussarna går när de behövs, bland dem under 18 år." source="Enkäten hösten 2020" period="2020" language="sv" />
      </div>
      <h3>Diagram</h3>
      <LineChart
        title="Fler skulle rekommendera kommunen, men målet är inte nått"
        unit="Procent av dem som svarade"
        decimals={1}
        baseline="2016"
        target={70}
        waypoints={[
          { period: '2026', value: 66 },
          { period: '2030', value: 70 },
        ]}
        points={[
          { period: '2016', value: 57.2, margin: 4.1 },
          { period: '2018', value: 59.4, margin: 4.3 },
          { period: '2019', value: undefined, absence: 'mättes inte' },
          { period: '2020', value: undefined, absence: 'mättes inte' },
          { period: '2021', value: 60.8, margin: 4.5, note: 'ny metod' },
          { period: '2022', value: 63.6, margin: 4.8 },
          { period: '2024', value: 62.9, margin: 4.6, note: 'preliminärt' },
        ]}
        source="Påhittade värden"
        language="sv"
      />
      <LineChart
        title="Elever med behörighet till gymnasiet varierar mellan åren"
        unit="Procent"
        decimals={0}
        points={Array.from({ length: 14 }, (_, index) => ({ period: String(2011 + index), value: index === 6 ? undefined : 78 + ((index * 7) % 11), absence: 'sekretess' }))}
        target={90}
        language="sv"
      />
      <LineChart title="Inget är mätt än" unit="Antal" decimals={0} points={[]} language="sv" />
      <h3>Andelar, tema för tema</h3>
      <ShareBars
        title="Alla grupper talar om mötesplatser, men bara de unga om bussen"
        rows={[
          {
            label: 'Mötesplatser i byarna',
            href: '#tema',
            verdict: <Tag>Samsyn</Tag>,
            cells: [
              { group: 'Invånare', share: 0.412, count: 371, all: 900 },
              { group: 'Medarbetare', share: 0.38, count: 27, all: 70 },
              { group: 'Förtroendevalda', share: 0.524, count: 11, all: 21 },
              { group: 'Barn och unga', note: 'För få svar för att visa' },
            ],
          },
          {
            label: 'Bussar som går även på kvällen',
            verdict: <Tag>Olika syn</Tag>,
            cells: [
              { group: 'Invånare', share: 0.9, count: 810, all: 900 },
              { group: 'Medarbetare', share: 0.22, count: 15, all: 70 },
              { group: 'Förtroendevalda', share: 0, count: 0, all: 21 },
              { group: 'Barn och unga' },
            ],
          },
        ]}
        source="Enkäten, samtalen och verkstäderna 2020–2021, påhittade exempelsvar"
        language="sv"
      />
    </>
  )
}

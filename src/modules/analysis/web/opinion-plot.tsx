import type { Language } from '#ui/catalogue'
import { Table } from '#ui/table'
import { opinionWords } from '../opinion-words.ts'
import type { OpinionFindings } from '../rules/opinion-findings.ts'
import type { Place } from '../rules/opinion-places.ts'

const width = 600
const height = 400
const margin = 30

/** The map: how the participants lie, several together in a dot, and where each group has its middle. The letter of a group says what its mark and colour say. */
export function OpinionPlot({ findings, language }: { findings: OpinionFindings; language: Language }) {
  const word = opinionWords(language)
  const at = ({ x, y }: Place) => ({ x: margin + x * (width - 2 * margin), y: margin + y * (height - 2 * margin) })
  return (
    <figure className="opinion-map">
      <figcaption>
        <h2>{word.map}</h2>
        <p>{word.mapWhat}</p>
      </figcaption>
      <svg viewBox={`0 0 ${width} ${height}`} width="100%" role="img" aria-label={word.map}>
        {findings.dots.map((dot) => {
          const { x, y } = at(dot)
          return <Mark key={`${dot.group} ${dot.x} ${dot.y}`} group={dot.group} x={x} y={y} size={5 + 4 * dot.size} />
        })}
        {findings.groups.map(({ key, place }) => {
          const { x, y } = at(place)
          return (
            <g key={key}>
              <circle className="ground" cx={x} cy={y} r="18" />
              <text x={x} y={y} textAnchor="middle" dominantBaseline="central">
                {key}
              </text>
            </g>
          )
        })}
      </svg>
      <Table
        cards
        caption={word.mapTable}
        columns={[{ title: word.group('') }, { title: word.size, number: true }, { title: word.sure, number: true }, { title: word.where }]}
        rows={findings.groups.map(({ key, percent, stability, place }) => [word.group(key), `${percent} %`, stability, whereOn(place, language)])}
      />
    </figure>
  )
}

/** Each group has a form of its own, so that nothing hangs on its colour. */
function Mark({ group, x, y, size }: { group: number; x: number; y: number; size: number }) {
  const className = `group-${group % 5}`
  if (group === 1) return <rect className={className} x={x - size * 0.85} y={y - size * 0.85} width={size * 1.7} height={size * 1.7} />
  if (group === 2) return <path className={className} d={`M${x} ${y - size}l${size} ${size * 1.8}h${-2 * size}z`} />
  if (group === 3) return <path className={className} d={`M${x} ${y - size}l${size} ${size}l${-size} ${size}l${-size} ${-size}z`} />
  if (group === 4) return <path className={className} d={`M${x - size} ${y - size * 0.8}h${2 * size}l${-size} ${size * 1.8}z`} />
  return <circle className={className} cx={x} cy={y} r={size} />
}

function whereOn({ x, y }: Place, language: Language): string {
  const word = opinionWords(language)
  const across = x < 0.4 ? word.left : x > 0.6 ? word.right : word.middle
  return y < 0.4 ? `${across}, ${word.up}` : y > 0.6 ? `${across}, ${word.down}` : across
}

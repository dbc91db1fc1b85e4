import { Button } from '#ui/button'
import { Facts } from '#ui/facts'
import { DayField, SelectField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDay } from '#ui/format'
import { Tag } from '#ui/tag'
import type { PointReading } from '../read-points.ts'
import { outcomeWords, provenanceWords, standingWords } from '../words.ts'

/** One decision point: what was decided, where it stands, what is due by law, and the next act on it. */
export function PointPanel({ point, mayRecord, today }: { point: PointReading; mayRecord: boolean; today: string }) {
  const { aftermath, due, standing } = point
  const hidden = { pointId: point.id }
  return (
    <article className="panel" id={`beslut-${point.id}`}>
      <h3>
        {point.organ} {formatDay(point.meetingOn)}, {point.paragraph ?? 'paragraf okänd'}: {outcomeWords[point.outcome].toLowerCase()}
      </h3>
      {point.provenance !== 'recorded' && (
        <p>
          <Tag>{provenanceWords[point.provenance]}</Tag>
        </p>
      )}
      <ul>
        {point.clauses.map((clause) => (
          <li key={clause}>{clause}</li>
        ))}
      </ul>
      <Facts
        facts={[
          ['Läge', `${standingWords[standing.standing]}${'since' in standing ? ` från ${formatDay(standing.since)}` : ''}${point.immediate ? ' (omedelbart verkställt)' : ''}`],
          ['Justerat', aftermath.adjustedOn ? formatDay(aftermath.adjustedOn) : `senast ${formatDay(due.adjustBy)}`],
          ['Anslaget', aftermath.postedOn ? formatDay(aftermath.postedOn) : due.postBy ? `senast ${formatDay(due.postBy)}` : 'efter justeringen'],
          ['Överklagas till och med', due.appealUntil ? formatDay(due.appealUntil) : 'räknas från anslaget'],
        ]}
      />
      {mayRecord && !aftermath.adjustedOn && (
        <Form act="adjust" hidden={hidden} className="inline">
          <DayField name="adjustedOn" label="Justerat den" value={today} />
          <Button small>Skriv in justeringen</Button>
        </Form>
      )}
      {mayRecord && aftermath.adjustedOn && !aftermath.postedOn && (
        <Form act="post" hidden={hidden} className="inline">
          <DayField name="postedOn" label="Anslaget den" value={today} />
          <Button small>Skriv in anslaget</Button>
        </Form>
      )}
      {mayRecord && standing.standing === 'posted' && (
        <Form act="appeal" hidden={hidden} className="inline">
          <DayField name="registeredOn" label="Överklagat den" value={today} />
          <Button small quiet>
            Skriv in överklagandet
          </Button>
        </Form>
      )}
      {mayRecord && standing.standing === 'appealed' && (
        <Form act="end-appeal" hidden={hidden} className="inline">
          <DayField name="endedOn" label="Avgjort den" value={today} />
          <SelectField
            name="ended"
            label="Hur det gick"
            choices={[
              { value: 'confirmed', label: 'Beslutet står fast' },
              { value: 'annulled', label: 'Beslutet upphävs' },
            ]}
          />
          <Button small>Skriv in avgörandet</Button>
        </Form>
      )}
    </article>
  )
}

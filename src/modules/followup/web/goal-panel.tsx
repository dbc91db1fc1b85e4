import { terms } from '#kernel/terms'
import type { GoalProposal, GoalReading } from '#plans'
import { Button } from '#ui/button'
import { ChoiceGroup, SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatNumber } from '#ui/format'
import { Status } from '#ui/status'
import type { ActivityStatusReading } from '../read-activity-statuses.ts'
import type { JudgementReading } from '../read-rounds.ts'
import { becauseWords, statusWords, verdictWords } from '../words.ts'

type Wishes = {
  readonly goal: GoalReading
  readonly proposal: GoalProposal | undefined
  readonly judgement: JudgementReading | undefined
  readonly statuses: readonly ActivityStatusReading[]
  readonly mayJudge: boolean
  readonly kept: Record<string, string>
}

/** One goal in a round: what the rule proposes and from what, what a person judged, and how its activities stand. Four facts, never one. */
export function GoalPanel({ goal, proposal, judgement, statuses, mayJudge, kept }: Wishes) {
  return (
    <article className="panel" id={`mal-${goal.id}`}>
      <h2>
        {goal.number} {goal.text}
      </h2>
      <p className="soft">{goal.responsible}</p>
      <p>Regelns förslag: {proposal && <Status verdict={proposal.proposed} />}</p>
      <ul>
        {proposal?.targets.map((target) => (
          <li key={target.targetId}>
            {target.value === null ? 'Inget mätvärde' : `${formatNumber(target.value, Number.isInteger(target.value) ? 0 : 1)} (${target.period})`}: {becauseWords[target.because]}
            {target.progress !== undefined && `, ${formatNumber(target.progress * 100)} % av vägen`}
          </li>
        ))}
      </ul>
      <p>Bedömning: {judgement ? <Status verdict={judgement.judged} /> : 'saknas än'}</p>
      {judgement?.motivation && <p>{judgement.motivation}</p>}
      {mayJudge && (
        <Form act="judge" hidden={{ goalId: goal.id, revision: String(judgement?.revision ?? 0) }}>
          <ChoiceGroup
            name="judged"
            label="Din bedömning"
            choices={Object.entries(verdictWords).map(([value, label]) => ({ value, label }))}
            value={kept.judged ?? judgement?.judged ?? proposal?.proposed}
          />
          <SelectField
            name="kind"
            label="Vad den gäller"
            choices={[
              { value: 'outcome', label: 'Utfall' },
              { value: 'forecast', label: 'Prognos' },
            ]}
            value={kept.kind ?? judgement?.kind}
          />
          <TextArea
            name="motivation"
            label="Motivering"
            hint={`Behövs när du bedömer annorlunda än regeln, och när ${terms.goal.the} inte kan bedömas.`}
            value={kept.motivation ?? judgement?.motivation ?? ''}
          />
          <Button>Spara bedömningen</Button>
        </Form>
      )}
      {goal.activities.map((activity) => {
        const status = statuses.find(({ activityId }) => activityId === activity.id)
        return (
          <div key={activity.id}>
            <p>
              {activity.text}: {status ? statusWords[status.status] : 'inget läge än'} {status?.comment}
            </p>
            {mayJudge && (
              <Form act="status" hidden={{ activityId: activity.id }} className="inline">
                <SelectField name="status" label="Läge" choices={Object.entries(statusWords).map(([value, label]) => ({ value, label }))} value={status?.status} />
                <TextField name="comment" label="Kommentar" value={status?.comment ?? ''} />
                <Button small>Spara läget</Button>
              </Form>
            )}
          </div>
        )
      })}
    </article>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { signedInVisit } from '#http/visit'
import { type Role, roles } from '#kernel/actor'
import { assignRole, endAssignment, invitePerson, readOrgans, readPeople } from '#people'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { SelectField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayInvitePerson, mayReadPeople } from '../access.ts'
import { roleWords } from '../words.ts'
import { problemWords } from './problem-words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadPeople(visit.actor)) refuse({ refused: 'forbidden' })
  const [people, organs] = [await readPeople(visit.now.day), await readOrgans(visit.now.day)]
  return { frame: workroomFrame(visit, request), people, organs, mayChange: mayInvitePerson(visit.actor) !== undefined }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const role = text('role') as Role
  const act = text('act')
  const result =
    act === 'invite'
      ? await invitePerson(actor, { name: text('name'), email: text('email'), organId: text('organId'), role, address: surroundings().address }, now)
      : act === 'assign'
        ? await assignRole(actor, { personId: text('personId'), organId: text('assignOrganId'), role: text('assignRole') as Role }, now)
        : await endAssignment(actor, { assignmentId: text('assignmentId'), reason: '' }, now)
  if (result.granted) throw redirect('/arbete/personer')
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const said: Record<string, string> = {
    'already-invited': 'Adressen används redan av någon här',
    'already-assigned': 'Personen har redan uppdraget',
    'last-administrator': 'Det måste finnas minst en administratör. Ge någon annan uppdraget först',
  }
  const problems = refusal.refused === 'invalid' ? problemWords(refusal.problems) : [{ field: '', text: said[refusal.refused] ?? '' }]
  return data({ problems, kept: form.kept() }, { status: statusOf(refusal) })
}

export default function People() {
  const { frame, people, organs, mayChange } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const organChoices = organs.map(({ id, name }) => ({ value: id, label: name }))
  const roleChoices = roles.map((role) => ({ value: role, label: roleWords[role] }))
  const kept = answer?.kept ?? {}
  return (
    <WorkroomPage frame={frame} title="Personer och uppdrag">
      <title>Personer och uppdrag</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      {people.length === 1 && mayChange && (
        <Notice>
          <p>
            Än så länge är du ensam här. Bjud in en processledare, eller ge dig själv uppdraget här under. Den som bjuds in får ett brev om hur man loggar in. Vad som kommer sedan
            står under <a href="/arbete/kom-igang">Kom i gång</a>.
          </p>
        </Notice>
      )}
      <ul className="rows">
        {people.map((person) => (
          <li key={person.id}>
            <strong>{person.name}</strong> <span className="soft">{person.email}</span>
            {person.assignments.map((assignment) => (
              <Form key={assignment.id} act="end" hidden={{ assignmentId: assignment.id }} className="inline">
                <span className="field">
                  {roleWords[assignment.role]}, {assignment.organ}
                  {assignment.givenBy && <span className="soft"> genom {assignment.givenBy}</span>}
                </span>
                {mayChange && (
                  <Button quiet small>
                    Avsluta uppdraget<span className="hidden"> {`${roleWords[assignment.role]} för ${person.name}`}</span>
                  </Button>
                )}
              </Form>
            ))}
          </li>
        ))}
      </ul>
      {mayChange && (
        <div className="two">
          <section>
            <h2>Bjud in någon</h2>
            <Form act="invite">
              <TextField name="name" label="Namn" value={kept.name} />
              <TextField name="email" type="email" label="E-postadress" value={kept.email} />
              <SelectField name="role" label="Uppdrag" choices={roleChoices} value={kept.role} />
              <SelectField name="organId" label="I vilket organ" choices={organChoices} value={kept.organId} />
              <Button>Bjud in</Button>
            </Form>
          </section>
          <section>
            <h2>Ge ett uppdrag till</h2>
            <Form act="assign">
              <SelectField name="personId" label="Till vem" choices={people.map(({ id, name }) => ({ value: id, label: name }))} value={kept.personId} />
              <SelectField name="assignRole" label="Uppdrag" choices={roleChoices} value={kept.assignRole} />
              <SelectField name="assignOrganId" label="I vilket organ" choices={organChoices} value={kept.assignOrganId} />
              <Button>Ge uppdraget</Button>
            </Form>
          </section>
          <section>
            <h2>Saknas ett organ?</h2>
            <p>
              Organ läggs till och byter namn under <a href="/arbete/installningar/organ">Inställningar, Organ</a>.
            </p>
          </section>
        </div>
      )}
    </WorkroomPage>
  )
}

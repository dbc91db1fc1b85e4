import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Acts, Button, ButtonLink } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Facts } from '#ui/facts'
import { TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { formatCount, formatDays, formatNumber } from '#ui/format'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayEnterNote, mayOpenDialogue, mayReadStatements } from '../access.ts'
import { closeDialogue } from '../close-dialogue.ts'
import { openDialogue } from '../open-dialogue.ts'
import { type DialogueReading, readDialogue } from '../read-dialogues.ts'
import { missingBeforeOpening } from '../rules/opening-gate.ts'
import { axisWords, gateWords, kindWords, refusalWords, stanceWords, stateWords, unitWords } from '../words.ts'
import { OpeningGate } from './opening-gate.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const dialogue = await readDialogue(params.slug ?? '', visit.now)
  if (!dialogue) refuse({ refused: 'not-found' })
  return {
    frame: workroomFrame(visit, request),
    dialogue,
    missing: missingBeforeOpening(dialogue, visit.now),
    mayOpen: mayOpenDialogue(visit.actor) !== undefined,
    mayNote: mayEnterNote(visit.actor) !== undefined,
    mayRead: mayReadStatements(visit.actor) !== undefined,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const dialogue = await readDialogue(params.slug ?? '', now)
  if (!dialogue) refuse({ refused: 'not-found' })
  const [dialogueId, act] = [dialogue.id, form.text('act')]
  if (act !== 'open' && act !== 'close') refuse({ refused: 'not-found' })
  const result = act === 'open' ? await openDialogue(actor, { dialogueId }, now) : await closeDialogue(actor, { dialogueId, reason: form.text('reason') }, now)
  if (result.granted) throw redirect(`/arbete/dialoger/${params.slug}`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const problems = refusal.refused === 'not-ready' ? refusal.missing.map((each) => ({ field: '', text: gateWords[each][1] })) : problemTexts(refusal, refusalWords)
  return data({ problems, kept: form.kept(), act }, { status: statusOf(refusal) })
}

export default function Dialogue() {
  const { frame, dialogue, missing, mayOpen, mayNote, mayRead } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isDraft = dialogue.state === 'draft'
  return (
    <WorkroomPage frame={frame} title={dialogue.title} lead={`${stateWords[dialogue.state]}. ${kindWords[dialogue.kind]}.`}>
      <title>{dialogue.title}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={scopeOf(answer?.act)} />
      <Acts>
        {isDraft && mayOpen && (
          <ButtonLink quiet href={`/arbete/dialoger/${dialogue.slug}/andra`}>
            Ändra utkastet
          </ButtonLink>
        )}
        {dialogue.kind === 'survey' && !isDraft && (
          <ButtonLink quiet href={`/delta/${dialogue.slug}`}>
            Se den öppna sidan
          </ButtonLink>
        )}
        {dialogue.kind === 'survey' && !isDraft && mayRead && (
          <ButtonLink quiet href={`/arbete/dialoger/${dialogue.slug}/siffror`}>
            Se siffrorna
          </ButtonLink>
        )}
        {dialogue.kind === 'notes' && !isDraft && mayNote && <ButtonLink href={`/arbete/dialoger/${dialogue.slug}/anteckning`}>Skriv in en anteckning</ButtonLink>}
        {dialogue.responses > 0 && mayRead && (
          <ButtonLink quiet href={`/arbete/granska?dialog=${dialogue.slug}`}>
            Granska texterna
          </ButtonLink>
        )}
      </Acts>
      <Facts facts={factsOf(dialogue)} />
      {isDraft && <OpeningGate missing={missing} mayOpen={mayOpen} />}
      <Table
        cards
        caption="Frågor"
        columns={[{ title: 'Fråga' }, { title: 'Gäller' }, { title: 'Ett svar betyder' }, { title: 'Rader', number: true }, { title: 'På engelska' }]}
        rows={dialogue.questions.map(({ wording, axis, stance, maxLines, wordingEnglish }) => [
          wording,
          axisWords[axis],
          stance ? stanceWords[stance] : 'inget bestämt',
          formatNumber(maxLines),
          wordingEnglish ? (
            <span key="en" lang="en">
              {wordingEnglish}
            </span>
          ) : (
            'nej'
          ),
        ])}
      />
      {(dialogue.state === 'open' || dialogue.state === 'waiting') && mayOpen && (
        <Form act="close">
          <h2>Stäng i förtid</h2>
          <p>Dialogen stänger av sig själv efter sista dagen. Stänger du den nu kan den inte öppnas igen.</p>
          <TextField name="reason" label="Skälet" hint="Det här läser alla." value={answer?.kept.reason} error={answer?.problems.find(({ field }) => field === 'reason')?.text} />
          <Button grave>Stäng dialogen</Button>
        </Form>
      )}
    </WorkroomPage>
  )
}

function factsOf(dialogue: Omit<DialogueReading, 'opensOn' | 'closesOn'> & { opensOn: string; closesOn: string }) {
  const { group, responses, persons, statements } = dialogue
  const counted =
    group.unit === 'persons' ? formatCount(responses, 'svar', 'svar') : `${formatCount(responses, 'anteckning', 'anteckningar')}, ${formatNumber(persons)} personer bakom`
  const said = statements.map(({ axis, count }) => `${formatNumber(count)} om ${axisWords[axis]}`).join(', ')
  return [
    ['Tillfrågade', `${group.name}, räknas i ${unitWords[group.unit]}`],
    ['Öppen', formatDays(dialogue.opensOn, dialogue.closesOn)],
    ...(dialogue.closedBecause ? [['Stängdes i förtid', dialogue.closedBecause] as const] : []),
    ['Hittills', counted],
    ...(said ? [['Yttranden', said] as const] : []),
    ['Information', dialogue.information || 'saknas'],
    ['Löfte', dialogue.promise || 'saknas'],
    ['Frågor till', dialogue.contact || 'saknas'],
  ] as const
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { addDays } from '#kernel/day'
import { slugOf } from '#kernel/slug'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { DayField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateProcess } from '../access.ts'
import { createProcess } from '../create-process.ts'
import { problemWords } from '../words.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayCreateProcess(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), today: visit.now.day, inAYear: addDays(visit.now.day, 365) }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const result = await createProcess(
    actor,
    {
      name: text('name'),
      slug: text('slug') || slugOf(text('name'), 60),
      purpose: text('purpose'),
      mandate: text('mandate'),
      mandatedOn: text('mandatedOn'),
      mandateNumber: text('mandateNumber') || undefined,
      promise: text('promise'),
      follows: text('follows') || undefined,
      fromDay: text('fromDay'),
      toDay: text('toDay'),
    },
    now,
  )
  if (result.granted) throw redirect(`/arbete/process/${result.value.slug}`)
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  const problems = result.refusal.refused === 'invalid' ? problemWords(result.refusal.problems) : [{ field: 'slug', text: 'Adressen används redan. Välj en annan' }]
  return data({ problems, kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function NewProcess() {
  const { frame, today, inAYear } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const field = (name: string) => ({ name, value: answer?.kept[name], error: answer?.problems.find((problem) => problem.field === name)?.text })
  return (
    <WorkroomPage
      frame={frame}
      title="Gör en process"
      lead="Det här är ramen för arbetet: vem som gav uppdraget, varför, och vad kommunen lovar den som svarar. Invånarna läser det."
    >
      <title>Gör en process</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      <Form>
        <TextField {...field('name')} label="Namn" hint="Till exempel Ny vision för Ånge kommun." />
        <TextField {...field('slug')} label="Adress" hint="Lämna tomt, så görs den av namnet. Annars små bokstäver, siffror och bindestreck, till exempel ny-vision." />
        <TextArea {...field('purpose')} label="Varför en vision" hint="Några korta meningar till invånarna." />
        <TextArea {...field('promise')} label="Löftet" hint="Vad svaren ska användas till, och när folk får veta hur det gick." />
        <TextField {...field('mandate')} label="Vem som gav uppdraget" hint="Till exempel Kommunstyrelsen beslutade § 171." />
        <DayField {...field('mandatedOn')} label="När uppdraget gavs" />
        <TextField {...field('mandateNumber')} label="Diarienummer (om det finns)" short />
        <TextArea {...field('follows')} label="Det som fanns före (om något)" rows={3} />
        <DayField {...field('fromDay')} value={field('fromDay').value ?? today} label="Processens första dag" />
        <DayField {...field('toDay')} value={field('toDay').value ?? inAYear} label="Processens sista dag" hint="Stegen läggs ut jämnt mellan dagarna. Du flyttar dem efteråt." />
        <Button>Gör processen</Button>
      </Form>
    </WorkroomPage>
  )
}

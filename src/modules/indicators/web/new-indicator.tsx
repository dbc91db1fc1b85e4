import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { terms } from '#kernel/terms'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { DayField, SelectField, TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { WorkroomPage } from '#ui/workroom-page'
import { mayCreateIndicator } from '../access.ts'
import { createIndicator } from '../create-indicator.ts'
import { searchCatalogue } from '../search-catalogue.ts'
import { desiredWords, levelWords, refusalWords } from '../words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayCreateIndicator(visit.actor)) refuse({ refused: 'forbidden' })
  const sought = new URL(request.url).searchParams.get('sok') ?? ''
  return { frame: workroomFrame(visit, request), sought, found: await searchCatalogue(sought), today: visit.now.day }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const result = await createIndicator(
    actor,
    {
      name: text('name'),
      slug: text('slug'),
      level: text('level') as 'society',
      influence: text('influence'),
      desired: text('desired') as 'up',
      title: text('title'),
      description: text('description'),
      unit: text('unit'),
      decimals: text('decimals') || '1',
      source: text('source'),
      externalCode: text('externalCode'),
      validFrom: text('validFrom'),
    },
    now,
  )
  if (result.granted) throw redirect(`/arbete/matt/${result.value.slug}`)
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept() }, { status: statusOf(result.refusal) })
}

export default function NewIndicator() {
  const { frame, sought, found, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [first] = found
  const suggested: Record<string, string> = first
    ? { name: first.title.slice(0, 160), title: first.title, description: first.description, externalCode: first.code, source: 'Kolada' }
    : {}
  const field = (name: string, otherwise = '') => ({
    name,
    value: answer?.kept[name] ?? suggested[name] ?? otherwise,
    error: answer?.problems.find((problem) => problem.field === name)?.text,
  })
  return (
    <WorkroomPage frame={frame} title={`Lägg till ${terms.indicator.a}`}>
      <title>{`Lägg till ${terms.indicator.a}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      <form method="get" className="inline">
        <TextField name="sok" label="Sök i Koladas katalog" hint="Den första träffen fylls i här under. Källa: Kolada." value={sought} />
        <Button quiet>Sök</Button>
      </form>
      {sought !== '' && (
        <p>
          {found.length === 0
            ? 'Inget i katalogen passar. Katalogen läses in med samsyn import kolada.'
            : `${found.length === 20 ? 'Minst 20' : found.length} träffar: ${found
                .slice(0, 5)
                .map(({ code, title }) => `${code} ${title}`)
                .join('; ')}`}
        </p>
      )}
      <Form>
        <TextField {...field('name')} label={`${terms.indicator.The}s namn`} />
        <TextField {...field('slug')} label="Adress" hint="Små bokstäver, siffror och bindestreck." />
        <SelectField {...field('level')} label="Vad det säger något om" choices={Object.entries(levelWords).map(([value, label]) => ({ value, label }))} />
        <TextField {...field('influence')} label="Vad kommunen själv kan påverka" />
        <SelectField {...field('desired')} label="Önskad riktning" choices={Object.entries(desiredWords).map(([value, label]) => ({ value, label }))} />
        <TextField {...field('title')} label="Definitionens rubrik" />
        <TextArea {...field('description')} label="Så räknas det" />
        <TextField {...field('unit')} label="Enhet" hint="Till exempel procent eller invånare." short />
        <TextField {...field('decimals', '1')} label="Decimaler" type="number" short />
        <TextField {...field('source')} label="Källa" />
        <TextField {...field('externalCode')} label="Kod hos källan (om den finns)" short />
        <DayField {...field('validFrom', today)} label="Gäller från" />
        <Button>Lägg till {terms.indicator.the}</Button>
      </Form>
    </WorkroomPage>
  )
}

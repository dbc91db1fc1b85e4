import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { isTongue, languages, otherTongues } from '#kernel/languages'
import { readLanguageHistory, switchLanguages } from '#people'
import { Button } from '#ui/button'
import { CheckboxGroup } from '#ui/field'
import { Form } from '#ui/form'
import { Notice } from '#ui/notice'
import { mayReadSettings, maySwitchLanguages } from '../access.ts'
import { languagesForm } from '../settings-schema.ts'
import { settingProblems } from './problem-words.ts'
import { Changes, SettingsPage } from './settings-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadSettings(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), held: visit.languages, history: await readLanguageHistory(), mayChange: maySwitchLanguages(visit.actor) !== undefined }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const [chosen, others] = [form.all('tags'), form.text('others')]
  const tags = [...chosen, ...others.split(/[\s,]+/).filter((tag) => tag !== '')]
  const kept = { chosen, others }
  const read = languagesForm.safeParse({ tags })
  if (form.text('act') === 'preview' && maySwitchLanguages(actor) && read.success) return { kept, problems: [], preview: read.data.tags }
  const result = await switchLanguages(actor, { tags }, now)
  if (result.granted) throw redirect('/arbete/installningar/sprak')
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  const problems = settingProblems(result.refusal).map((problem) => ({ ...problem, field: 'tags' }))
  return data({ kept, problems, preview: undefined }, { status: statusOf(result.refusal) })
}

export default function Languages() {
  const { frame, held, history, mayChange } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <SettingsPage
      frame={frame}
      title="Språk"
      lead="Här väljer du vilka språk invånarna kan välja. Svenska är alltid på. Sidornas egna ord finns på svenska och engelska; det ni själva skriver översätter ni."
      problems={answer?.problems}
      scope="preview-"
    >
      <p>{`På nu: ${held.map(languageSaid).join(', ')}.`}</p>
      {answer?.preview && (
        <Notice>
          <h2>Så här blir det</h2>
          <p>{`På: ${answer.preview.map(languageSaid).join(', ')}. Inget är sparat än.`}</p>
          <Form act="save" hidden={{ others: answer.preview.join(' ') }}>
            <Button>Spara språken</Button>
          </Form>
        </Notice>
      )}
      {mayChange && (
        <Form act="preview">
          <CheckboxGroup
            name="tags"
            label="Språk utöver svenska"
            choices={otherTongues.map((tag) => ({ value: tag, label: languageSaid(tag) }))}
            values={answer?.kept.chosen ?? held}
            error={answer?.problems.find(({ field }) => field === 'tags')?.text}
          />
          <Button>Visa hur det blir</Button>
        </Form>
      )}
      <Changes changes={history.map((each) => ({ ...each, what: each.tags.map(languageSaid).join(', ') }))} />
    </SettingsPage>
  )
}

function languageSaid(tag: string): string {
  return isTongue(tag) ? languages[tag].swedish : tag
}

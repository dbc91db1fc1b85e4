import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { raiseFloor, readFloor, readFloorHistory } from '#people'
import { Button } from '#ui/button'
import { Facts } from '#ui/facts'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Notice } from '#ui/notice'
import { mayRaiseFloor, mayReadSettings } from '../access.ts'
import { floorForm } from '../settings-schema.ts'
import { settingProblems } from './problem-words.ts'
import { Changes, SettingsPage } from './settings-page.tsx'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadSettings(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), held: await readFloor(), history: await readFloorHistory(), mayChange: mayRaiseFloor(visit.actor) !== undefined }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const kept = { adults: form.text('adults'), children: form.text('children') }
  const [read, held] = [floorForm.safeParse(kept), await readFloor()]
  const isHigher = read.success && read.data.adults >= held.adults && read.data.children >= held.children
  if (form.text('act') === 'preview' && mayRaiseFloor(actor) && isHigher) return { kept, problems: [], preview: read.data }
  const result = await raiseFloor(actor, kept, now)
  if (result.granted) throw redirect('/arbete/installningar/troskel')
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ kept, problems: settingProblems(result.refusal), preview: undefined }, { status: statusOf(result.refusal) })
}

export default function Floor() {
  const { frame, held, history, mayChange } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const errorOf = (field: string) => answer?.problems.find((problem) => problem.field === field)?.text
  const kept = answer?.kept ?? { adults: String(held.adults), children: String(held.children) }
  return (
    <SettingsPage
      frame={frame}
      title="Minsta antal som visas"
      lead="Om färre har svarat visas inget, så att ingen kan kännas igen. Gränsen kan höjas, aldrig sänkas."
      problems={answer?.problems}
      scope="preview-"
    >
      <Facts
        facts={[
          ['Vuxna', `minst ${held.adults} personer`],
          ['Barn', `minst ${held.children} barn`],
        ]}
      />
      {answer?.preview && (
        <Notice kind="warn">
          <h2>Så här blir det</h2>
          <p>{`Nya grupper börjar på ${answer.preview.adults} personer, för barn ${answer.preview.children}. Grupper som redan finns behåller sin gräns tills processledaren höjer den.`}</p>
          <p>Inget är sparat än. Efteråt kan gränsen inte sänkas.</p>
          <Form act="save" hidden={answer.kept}>
            <Button grave>Höj gränsen för gott</Button>
          </Form>
        </Notice>
      )}
      {mayChange && (
        <section>
          <h2>Höj gränsen</h2>
          <Form act="preview">
            <TextField name="adults" label="Minsta antal vuxna" type="number" value={kept.adults} error={errorOf('adults')} short />
            <TextField name="children" label="Minsta antal barn" type="number" value={kept.children} error={errorOf('children')} short />
            <Button>Visa hur det blir</Button>
          </Form>
        </section>
      )}
      <Changes changes={history.map((each) => ({ ...each, what: `Minst ${each.adults} personer, barn ${each.children}` }))} />
    </SettingsPage>
  )
}

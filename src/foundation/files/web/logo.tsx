import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { readImage, readLogo, readLogoHistory, removeFile, removeLogo, setLogo, takeFile } from '#files'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { isUpload, readUpload } from '#http/read-upload'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { identityField } from '#kernel/fields'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { FileField, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { maySetLogo } from '../access.ts'
import { LogoHistory, LogoPreview } from './logo-parts.tsx'
import { problemWords } from './problem-words.ts'

const here = '/arbete/installningar/logotyp'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!maySetLogo(visit.actor)) refuse({ refused: 'forbidden' })
  const asked = new URL(request.url).searchParams.get('bild') ?? ''
  const [held, shown] = [await readLogo(), identityField.safeParse(asked).success ? await readImage(asked) : undefined]
  return { frame: workroomFrame(visit, request), held, preview: shown?.id === held?.id ? undefined : shown, history: await readLogoHistory() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  // Before a byte of the file is read.
  if (!maySetLogo(actor)) refuse({ refused: 'forbidden' })
  if (isUpload(request)) {
    const sent = await readUpload(request)
    const [file, alt] = [sent.file('file'), sent.text('alt')]
    const taken = await takeFile(actor, { purpose: 'logo', bytes: file?.bytes, name: file?.name ?? '', alt, why: 'Kommunens logotyp' }, now)
    if (taken.granted) throw redirect(`${here}?bild=${taken.value.id}`)
    return answer('upload', taken.refusal, { alt, why: '' })
  }
  const form = await readForm(request)
  const [act, kept] = [form.text('act'), { alt: '', why: form.text('why') }]
  const result =
    act === 'remove'
      ? await removeLogo(actor, { why: kept.why }, now)
      : act === 'discard'
        ? await removeFile(actor, { fileId: form.text('file'), why: 'Blev inte kommunens logotyp' }, now)
        : await setLogo(actor, { fileId: form.text('file') }, now)
  if (result.granted) throw redirect(here)
  return answer(act, result.refusal, kept)
}

function answer(act: string, refusal: Parameters<typeof problemWords>[0], kept: { alt: string; why: string }) {
  // An id that points at nothing has no field to mend.
  const said = act === 'remove' || act === 'upload' || refusal.refused !== 'invalid' ? refusal : { refused: 'not-found' }
  return data({ act, kept, problems: problemWords(said) }, { status: statusOf(said) })
}

export default function LogoPage() {
  const { frame, held, preview, history } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const errorOf = (act: string, field: string) => (refused?.act === act ? refused.problems.find((problem) => problem.field === field)?.text : undefined)
  return (
    <WorkroomPage frame={frame} title="Logotyp" lead="Logotypen står bredvid kommunens namn på alla sidor. Du får se hur det blir innan det gäller.">
      <title>Logotyp</title>
      <p>
        <a href="/arbete/installningar">Till inställningarna</a>
      </p>
      <ErrorSummary problems={refused?.problems ?? []} scope={refused ? `${refused.act}-` : undefined} />
      {preview && (
        <Notice title="Så här blir det">
          <LogoPreview logo={preview} municipality={frame.municipality} />
          <p>Inget är ändrat än. Syns logotypen dåligt mot vitt, välj en annan variant av den.</p>
          <div className="acts">
            <Form act="set" hidden={{ file: preview.id }}>
              <Button>Använd logotypen</Button>
            </Form>
            <Form act="discard" hidden={{ file: preview.id }}>
              <Button quiet>Släng bilden</Button>
            </Form>
          </div>
        </Notice>
      )}
      <section>
        <h2>{held ? 'Byt logotyp' : 'Välj logotyp'}</h2>
        <Form act="upload" upload>
          <FileField
            name="file"
            label="Bild"
            hint="PNG, JPEG eller WebP, högst 5 MB. Den görs om till 96 bildpunkter hög, och allt annat än själva bilden tas bort ur filen."
            accept="image/png,image/jpeg,image/webp"
            error={errorOf('upload', 'file')}
          />
          <TextField
            name="alt"
            label="Vad bilden visar"
            hint="Läses upp för den som inte ser bilden. Till exempel: Kommunens vapen."
            value={refused?.kept.alt}
            error={errorOf('upload', 'alt')}
          />
          <Button>Visa hur det blir</Button>
        </Form>
      </section>
      {held && (
        <section>
          <h2>Ta bort logotypen</h2>
          <LogoPreview logo={held} municipality={frame.municipality} />
          <Form act="remove">
            <TextField name="why" label="Varför" hint="Står kvar i händelserna. Bilden raderas." value={refused?.kept.why} error={errorOf('remove', 'why')} />
            <Button grave>Ta bort logotypen</Button>
          </Form>
        </section>
      )}
      <LogoHistory history={history} />
    </WorkroomPage>
  )
}

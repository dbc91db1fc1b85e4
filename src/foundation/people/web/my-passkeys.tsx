import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { signedInVisit } from '#http/visit'
import { addPasskey, isFresh, passkeyHome, readPasskeys, removePasskey, signedInAt } from '#people'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatInstant } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { passkeyCookie } from './journey-cookie.ts'
import { PasskeyForm } from './passkey-form.tsx'
import { problemWords } from './problem-words.ts'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  return {
    frame: workroomFrame(visit, request),
    passkeys: await readPasskeys(visit.actor),
    fresh: isFresh(await signedInAt(request.headers), visit.now),
    possible: passkeyHome(surroundings().address) !== undefined,
    nonce: visit.nonce,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const [{ address }, since] = [surroundings(), await signedInAt(request.headers)]
  const [name, answer, secret] = [form.text('name'), form.text('svar'), passkeyCookie.read(request.headers)]
  const result =
    form.text('act') === 'remove'
      ? await removePasskey(actor, { passkeyId: form.text('passkeyId'), signedInAt: since }, now)
      : await addPasskey(actor, { name, answer, address, secret, signedInAt: since }, now)
  const headers = new Headers({ 'set-cookie': passkeyCookie.end(address) })
  if (result.granted) throw redirect('/arbete/mina-nycklar', { headers })
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const said = { 'not-fresh': 'Logga in igen först. Inget är ändrat', 'not-recognised': 'Passnyckeln kunde inte läggas till. Försök igen' }
  const problems = refusal.refused === 'invalid' ? problemWords(refusal.problems) : [{ field: '', text: said[refusal.refused] }]
  return data({ problems, name }, { status: refusal.refused === 'invalid' ? statusOf(refusal) : 403, headers })
}

export default function MyPasskeys() {
  const { frame, passkeys, fresh, possible, nonce } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage
      frame={frame}
      title="Mina nycklar"
      lead="Med en passnyckel loggar du in med finger, ansikte eller skärmlås i stället för en länk. Den ligger i din telefon eller dator."
    >
      <title>Mina nycklar</title>
      <ErrorSummary problems={answer?.problems ?? []} />
      {passkeys.length === 0 ? (
        <Empty>
          <p>Du har ingen passnyckel än.</p>
        </Empty>
      ) : (
        <ul className="rows">
          {passkeys.map((passkey) => (
            <li key={passkey.id}>
              <strong>{passkey.name}</strong>{' '}
              <span className="soft">
                Tillagd {formatInstant(passkey.addedAt)}. {passkey.lastUsedAt ? `Senast använd ${formatInstant(passkey.lastUsedAt)}.` : 'Inte använd än.'}
              </span>
              {fresh && (
                <Form act="remove" hidden={{ passkeyId: passkey.id }}>
                  <Button quiet small>
                    Ta bort<span className="hidden"> passnyckeln {passkey.name}</span>
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      {!possible && (
        <Notice>
          <p>Passnycklar fungerar när installationen nås med ett namn, och inte bara med siffror. Namnet ställs in med SAMSYN_ADDRESS.</p>
        </Notice>
      )}
      {possible && !fresh && (
        <Notice title="Logga in igen för att ändra">
          <p>Du loggade in för mer än tio minuter sedan. Nycklar läggs till och tas bort strax efter en inloggning, så att ingen annan gör det vid din skärm.</p>
          <p>
            <a href="/logga-in?till=/arbete/mina-nycklar">Logga in igen</a>
          </p>
        </Notice>
      )}
      {possible && fresh && (
        <section>
          <h2>Lägg till en passnyckel</h2>
          <PasskeyForm
            action="/arbete/mina-nycklar"
            question="/arbete/mina-nycklar/fraga"
            hidden={{ act: 'add' }}
            nonce={nonce}
            without="Passnycklar kräver en webbläsare som har dem och som får köra skript. Utan dem loggar du in som förut, med länken till din e-post."
          >
            <TextField
              name="name"
              label="Vad du kallar den"
              hint="Till exempel Jobbtelefonen, så att du vet vilken det är."
              value={answer?.name}
              error={answer?.problems.find(({ field }) => field === 'name')?.text}
            />
            <Button>Lägg till passnyckeln</Button>
          </PasskeyForm>
        </section>
      )}
    </WorkroomPage>
  )
}

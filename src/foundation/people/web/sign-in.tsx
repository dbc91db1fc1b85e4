import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { demoDoorsAreOpen, surroundings } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { countAttempt, listProviders, passkeyHome, requestLink } from '#people'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Notice } from '#ui/notice'
import { PublicPage } from '#ui/page'
import { PasskeyForm } from './passkey-form.tsx'

// Five links a quarter of an hour is plenty for one person, and too few to flood somebody's mailbox.
const [mostLinks, withinMs] = [5, 15 * 60_000]

export function loader({ context, request }: LoaderFunctionArgs) {
  const returnTo = new URL(request.url).searchParams.get('till') ?? ''
  const visit = visitOf(context)
  const passkeys = passkeyHome(surroundings().address) !== undefined
  return { frame: publicFrame(visit, request), demo: demoDoorsAreOpen(), providers: listProviders(), passkeys, nonce: visit.nonce, returnTo }
}

/** Answers the same whether or not anybody has the address. */
export async function action({ context, request }: ActionFunctionArgs) {
  const form = await readForm(request)
  const email = form.text('email').trim()
  if (!/^[^\s@\p{Cc}]+@[^\s@\p{Cc}]+$/u.test(email) || email.length > 200) return data({ sent: false, email }, { status: 422 })
  if ((await countAttempt(`link ${email.toLowerCase()}`, new Date(), withinMs)) <= mostLinks)
    await requestLink({ email, address: surroundings().address, now: visitOf(context).now })
  return { sent: true, email: '' }
}

export default function SignIn() {
  const { frame, demo, providers, passkeys, nonce, returnTo } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const error = answer && !answer.sent ? 'Skriv din e-postadress, till exempel namn@kommunen.se' : undefined
  return (
    <PublicPage frame={frame} title="Logga in" lead="För dig som arbetar med visionsprocessen. Du som bor här behöver inte logga in.">
      <title>{`Logga in – ${frame.municipality}`}</title>
      {answer?.sent ? (
        <Notice kind="good">
          <h2>Titta i din e-post</h2>
          <p>Om adressen finns hos oss har vi skickat en länk. Den gäller i 15 minuter och kan användas en gång.</p>
        </Notice>
      ) : (
        <>
          {providers.map(({ key, name }) => (
            <form key={key} method="post" action={`/logga-in/hos/${key}`}>
              <input type="hidden" name="till" value={returnTo} />
              <Button>Logga in med {name}</Button>
            </form>
          ))}
          {providers.length > 0 && <h2>Eller med en länk till din e-post</h2>}
          <ErrorSummary problems={error ? [{ field: 'email', text: error }] : []} />
          <Form>
            <TextField type="email" name="email" label="Din e-postadress" hint="Vi skickar en länk att logga in med." value={answer?.email} error={error} autoComplete="email" />
            <Button>Skicka länken</Button>
          </Form>
          {passkeys && (
            <>
              <h2>Eller med en passnyckel</h2>
              <PasskeyForm
                action="/logga-in/passnyckel"
                question="/logga-in/passnyckel/fraga"
                hidden={{ till: returnTo }}
                nonce={nonce}
                without="Passnycklar kräver en webbläsare som har dem och som får köra skript. Länken till din e-post fungerar utan."
              >
                <Button quiet>Logga in med passnyckel</Button>
              </PasskeyForm>
            </>
          )}
        </>
      )}
      {demo && (
        <Notice>
          <h2>Demon</h2>
          <p>
            Här kan du <a href="/demo/logga-in">logga in som någon av rollerna</a> utan e-post, och <a href="/demo/utkorg">läsa den post som demon skickat</a>.
          </p>
        </Notice>
      )}
    </PublicPage>
  )
}

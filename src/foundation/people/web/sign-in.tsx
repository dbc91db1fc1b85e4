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
import { signInWords } from './sign-in-words.ts'

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
  const word = signInWords(frame.language)
  const error = answer && !answer.sent ? word.looksWrong : undefined
  return (
    <PublicPage frame={frame} title={word.title} lead={word.lead}>
      <title>{`${word.title} – ${frame.municipality}`}</title>
      {answer?.sent ? (
        <Notice kind="good">
          <h2>{word.sentTitle}</h2>
          <p>{word.sent}</p>
        </Notice>
      ) : (
        <>
          {providers.map(({ key, name }) => (
            <form key={key} method="post" action={`/logga-in/hos/${key}`}>
              <input type="hidden" name="till" value={returnTo} />
              <Button>{word.with(name)}</Button>
            </form>
          ))}
          {providers.length > 0 && <h2>{word.orByLink}</h2>}
          <ErrorSummary problems={error ? [{ field: 'email', text: error }] : []} language={frame.language} />
          <Form>
            <TextField type="email" name="email" label={word.email} hint={word.emailHint} value={answer?.email} error={error} autoComplete="email" />
            <Button>{word.sendLink}</Button>
          </Form>
          {passkeys && (
            <>
              <h2>{word.orByPasskey}</h2>
              <PasskeyForm action="/logga-in/passnyckel" question="/logga-in/passnyckel/fraga" hidden={{ till: returnTo }} nonce={nonce} without={word.passkeyNeeds}>
                <Button quiet>{word.byPasskey}</Button>
              </PasskeyForm>
            </>
          )}
        </>
      )}
      {demo && (
        <Notice>
          <h2>{word.demo}</h2>
          <ul>
            <li>
              <a href="/demo/logga-in">{word.demoRoles}</a>
            </li>
            <li>
              <a href="/demo/utkorg">{word.demoOutbox}</a>
            </li>
          </ul>
        </Notice>
      )}
    </PublicPage>
  )
}

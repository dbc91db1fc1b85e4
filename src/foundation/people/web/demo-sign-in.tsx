import { type ActionFunctionArgs, type LoaderFunctionArgs, redirect, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse } from '#http/respond'
import { demoDoorsAreOpen } from '#http/surroundings'
import { visitOf } from '#http/visit'
import { issueToken, readPeople, roleWords, spendToken } from '#people'
import { Button } from '#ui/button'
import { Form } from '#ui/form'
import { PublicPage } from '#ui/page'
import { signInWords } from './sign-in-words.ts'

/** Exists only with demo data and only on loopback; anywhere else there is no such page. */
export async function loader({ context, request }: LoaderFunctionArgs) {
  if (!demoDoorsAreOpen()) refuse({ refused: 'not-found' })
  const visit = visitOf(context)
  const people = await readPeople(visit.now.day)
  return {
    frame: publicFrame(visit, request),
    people: people
      .map(({ name, email, assignments }) => ({ name, email, roles: assignments.map(({ role, organ }) => `${roleWords[role]}, ${organ}`) }))
      .filter(({ roles }) => roles.length > 0),
  }
}

export async function action({ request }: ActionFunctionArgs) {
  if (!demoDoorsAreOpen()) refuse({ refused: 'not-found' })
  const form = await readForm(request)
  const token = await issueToken(form.text('email'))
  const cookies = token && (await spendToken(token))
  if (!cookies) refuse({ refused: 'not-found' })
  const headers = new Headers()
  for (const cookie of cookies) headers.append('set-cookie', cookie)
  throw redirect('/arbete', { headers })
}

export default function DemoSignIn() {
  const { frame, people } = useLoaderData<typeof loader>()
  const word = signInWords(frame.language)
  return (
    <PublicPage frame={frame} title={word.castTitle} lead={word.castLead}>
      <title>{`${word.castTitle} – ${frame.municipality}`}</title>
      <ul className="rows">
        {people.map((person) => (
          <li key={person.email}>
            <Form hidden={{ email: person.email }} className="inline">
              <div className="field">
                <strong>{person.name}</strong>
                <div className="soft small" lang="sv">
                  {person.roles.join(' · ')}
                </div>
              </div>
              <Button small>
                {word.title}
                <span className="hidden">{word.as(person.name)}</span>
              </Button>
            </Form>
          </li>
        ))}
      </ul>
    </PublicPage>
  )
}

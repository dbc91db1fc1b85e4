import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { refuse } from '#http/respond'
import { mailLeaves } from '#http/surroundings'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { DayField, FileField, TextArea, TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { asSentence, formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { WorkroomPage } from '#ui/workroom-page'
import { mayMakeCodes } from '../access.ts'
import { readMailing } from '../read-mailing.ts'
import { readSurvey } from '../read-survey.ts'
import { LateLetters } from './late-letters.tsx'
import { actOnMailedCodes, type MailedCodeAnswer } from './mailed-code-acts.ts'
import { MailingTable } from './mailing-table.tsx'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayMakeCodes(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readSurvey(params.slug ?? '', visit.now)
  if (dialogue?.kind !== 'survey') refuse({ refused: 'not-found' })
  const { id, title, slug, state, closesOn, group } = dialogue
  const { threshold } = group
  return { frame: workroomFrame(visit, request), dialogue: { title, slug, state, closesOn }, threshold, ...(await readMailing(id, threshold)), mailLeaves: mailLeaves() }
}

/** The addresses come in the body, and what can't be used of them goes out in the answer to it: no address of a page and no log holds them. */
export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  // Before a byte of the file is read.
  if (!mayMakeCodes(actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readSurvey(params.slug ?? '', now)
  if (!dialogue) refuse({ refused: 'not-found' })
  const { status, ...answer } = await actOnMailedCodes(request, dialogue.id, actor, now)
  return data(answer, { status })
}

export default function MailedCodes() {
  const { frame, dialogue, threshold, units, unreadable, late, mailLeaves } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const field = (act: string, name: string) => ({
    name,
    value: answer?.act === act ? answer.kept[name] : undefined,
    error: answer?.act === act ? answer.problems.find((problem) => problem.field === name)?.text : undefined,
  })
  const isClosed = dialogue.state === 'closed'
  return (
    <WorkroomPage frame={frame} title="Koder med e-post" lead={`${asSentence(dialogue.title)} Var och en får ett brev med en länk som ger ett svar. Ingen ser vems.`}>
      <title>{`Koder med e-post – ${dialogue.title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={scopeOf(answer?.act)} />
      {answer && <Done {...answer} />}
      {!mailLeaves && (
        <Notice kind="warn">
          <p>Ingen e-postserver är inställd (SMTP_URL), så inga brev lämnar installationen.</p>
        </Notice>
      )}
      <LateLetters count={late} />
      {unreadable > 0 && (
        <Notice kind="warn" title="Adresser som inte går att läsa">
          <p>{formatNumber(unreadable)} adresser låstes med en annan hemlighet än den som installationen har nu. Inga brev går dit. Lägg in adresserna igen.</p>
        </Notice>
      )}
      {units.length > 0 && <MailingTable units={units} threshold={threshold} />}
      {isClosed ? (
        <p>Enkäten är stängd. Adresserna är borttagna.</p>
      ) : (
        <>
          <Form act="mail" upload>
            <h2>Lägg in adresser</h2>
            {units.length === 0 && dialogue.state === 'draft' && (
              <p>Lägger du in adresser blir enkäten sluten: bara den som har en kod kan svara. Det kan inte ändras när enkäten är öppnad.</p>
            )}
            <p>
              Breven går när enkäten är öppen, mellan klockan 8 och 20, inom någon minut. Adresserna sparas krypterade. Ingen kan läsa dem här, och de tas bort när enkäten stänger.
            </p>
            <TextArea {...field('mail', 'addresses')} label="Adresser" hint="En på varje rad. Eller adress;enhet, om enheterna är flera. Inga namn." rows={8} />
            <FileField
              {...field('mail', 'file')}
              label="Eller en fil"
              hint="CSV eller text, med adress först och enhet sedan. Finns en fil läses inte rutan."
              accept=".csv,.txt,text/csv,text/plain"
            />
            <TextField {...field('mail', 'unit')} label="Enhet för rader utan enhet" hint="Till exempel Hemtjänsten, eller Urval bland boende." />
            <DayField {...field('mail', 'expiresOn')} value={field('mail', 'expiresOn').value ?? dialogue.closesOn} label="Sista dagen koderna gäller" />
            <TextField
              {...field('mail', 'remindAtMost')}
              value={field('mail', 'remindAtMost').value ?? '2'}
              label="Högst så många påminnelser"
              hint="0 till 5. De går bara till den som inte har använt sin kod."
              inputMode="numeric"
              short
            />
            <TextField
              {...field('mail', 'remindEvery')}
              value={field('mail', 'remindEvery').value ?? '7'}
              label="Minst så många dagar mellan två brev"
              hint="1 till 90."
              inputMode="numeric"
              short
            />
            <Button>Skicka koder</Button>
          </Form>
          {units.length > 0 && (
            <>
              <Form act="resend">
                <h2>Skicka ett brev igen</h2>
                <p>
                  För den som säger att brevet inte kom. Det går om koden är oanvänd och inget brev har gått dit i dag. Här står inte om det gick, för det skulle visa vem som har
                  svarat.
                </p>
                <TextField {...field('resend', 'email')} label="E-postadress" type="email" autoComplete="off" />
                <Button quiet>Skicka igen</Button>
              </Form>
              <Form act="revoke">
                <h2>Dra in en kod</h2>
                <p>För den som har slutat, eller fått brevet av misstag. Ett svar som redan har getts står kvar.</p>
                <TextField {...field('revoke', 'email')} label="E-postadress" type="email" autoComplete="off" />
                <TextField {...field('revoke', 'reason')} label="Skälet" hint="Inga namn på personer." />
                <Button grave>Dra in koden</Button>
              </Form>
            </>
          )}
        </>
      )}
      <p>
        <a href={`/arbete/dialoger/${dialogue.slug}/koder`}>Till engångskoderna</a>
      </p>
    </WorkroomPage>
  )
}

/** What has been done, and the lines that could not be used. */
function Done({ act, problems, mailed, rejected }: Omit<MailedCodeAnswer, 'status'>) {
  const isDone = problems.length === 0
  return (
    <>
      {isDone && (
        <Notice kind="good">
          {mailed?.units.map(({ unit, count }) => (
            <p key={unit}>{`${unit}: ${formatNumber(count)} nya adresser.`}</p>
          ))}
          {mailed && mailed.known > 0 && <p>{formatNumber(mailed.known)} fanns redan, och får ingen ny kod.</p>}
          {mailed && mailed.twice > 0 && <p>{formatNumber(mailed.twice)} stod mer än en gång, och räknas som en.</p>}
          {act === 'resend' && <p>Har adressen en oanvänd kod, och inget brev i dag, går brevet igen.</p>}
          {act === 'revoke' && <p>Hade adressen en kod gäller den inte längre, och adressen är borttagen.</p>}
        </Notice>
      )}
      {rejected.length > 0 && (
        <Notice kind="warn" title="Rader som inte togs emot">
          <ul>
            {rejected.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          {isDone && <p>De står kvar i rutan, så att du kan rätta dem.</p>}
        </Notice>
      )}
    </>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { surroundings } from '#http/surroundings'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { DayField, TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { asSentence, formatDay, formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { WorkroomPage } from '#ui/workroom-page'
import { mayMakeCodes } from '../access.ts'
import { codeRefusalWords } from '../code-words.ts'
import { makeCodes } from '../make-codes.ts'
import { readCodeCoverage } from '../read-code-coverage.ts'
import { readSurvey } from '../read-survey.ts'
import { revokeCode } from '../revoke-code.ts'
import { newSubmissionKey } from './survey-of.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayMakeCodes(visit.actor)) refuse({ refused: 'forbidden' })
  const dialogue = await readSurvey(params.slug ?? '', visit.now)
  if (dialogue?.kind !== 'survey') refuse({ refused: 'not-found' })
  const { title, slug, state, closesOn, group } = dialogue
  return {
    frame: workroomFrame(visit, request),
    dialogue: { title, slug, state, closesOn },
    threshold: group.threshold,
    units: await readCodeCoverage(dialogue.id, group.threshold),
    newKey: newSubmissionKey(),
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const dialogue = await readSurvey(params.slug ?? '', now)
  if (!dialogue) refuse({ refused: 'not-found' })
  const { id: dialogueId } = dialogue
  const act = form.text('act')
  if (act !== 'make' && act !== 'revoke') refuse({ refused: 'not-found' })
  const batch = { dialogueId, unit: form.text('unit'), count: form.text('count'), expiresOn: form.text('expiresOn'), formKey: form.text('formKey') }
  const result = act === 'make' ? await makeCodes(actor, batch, now) : await revokeCode(actor, { dialogueId, code: form.text('code'), reason: form.text('reason') }, now)
  if (result.granted) {
    const made = result.value && { ...result.value, links: result.value.codes.map((code) => `${surroundings().address}/k/${code}`) }
    return data({ act, made, problems: [], kept: {} as Record<string, string>, isRevoked: act === 'revoke' })
  }
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ act, made: null, problems: problemTexts(refusal, codeRefusalWords), kept: form.kept(), isRevoked: false }, { status: statusOf(refusal) })
}

export default function Codes() {
  const { frame, dialogue, threshold, units, newKey } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const field = (act: string, name: string) => ({
    name,
    value: answer?.act === act ? answer.kept[name] : undefined,
    error: answer?.act === act ? answer.problems.find((problem) => problem.field === name)?.text : undefined,
  })
  const mayMake = dialogue.state !== 'closed' && (dialogue.state === 'draft' || units.length > 0)
  const hidden = { formKey: answer?.kept.formKey || newKey }
  return (
    <WorkroomPage frame={frame} title="Engångskoder" lead={`${asSentence(dialogue.title)} En kod ger ett svar, och ingen ser vems.`}>
      <title>{`Engångskoder – ${dialogue.title}`}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={scopeOf(answer?.act, answer?.act === 'make' ? hidden : {})} />
      {answer?.made && <MadeCodes {...answer.made} />}
      {answer?.isRevoked && (
        <Notice kind="good">
          <p>Koden är indragen. Ett svar som redan har getts med den står kvar.</p>
        </Notice>
      )}
      {units.length > 0 && (
        <Table
          cards
          caption="Hur långt koderna har räckt"
          columns={[{ title: 'Enhet' }, { title: 'Sista dag' }, { title: 'Gjorda', number: true }, { title: 'Använda', number: true }, { title: 'Kvar', number: true }]}
          rows={units.map(({ unit, lastDay, made, used, left }) => [
            unit,
            formatDay(lastDay),
            formatNumber(made),
            used === null ? 'visas inte' : formatNumber(used),
            left === null ? 'visas inte' : formatNumber(left),
          ])}
        />
      )}
      {units.length > 0 && <p className="soft">Tal visas inte där färre än {formatNumber(threshold)} har svarat eller har kvar att svara, för då kan man räkna ut vem.</p>}
      {mayMake && (
        <p>
          <a href={`/arbete/dialoger/${dialogue.slug}/koder/brev`}>Skicka koder med e-post</a>
        </p>
      )}
      {mayMake ? (
        <Form act="make" hidden={hidden}>
          <h2>Gör koder</h2>
          {units.length === 0 && <p>Gör du koder blir enkäten sluten: bara den som har en kod kan svara. Det kan inte ändras när enkäten är öppnad.</p>}
          <TextField {...field('make', 'unit')} label="Enhet" hint="Till exempel Hemtjänsten, eller Urval bland boende. Inga namn på personer." />
          <TextField {...field('make', 'count')} label="Hur många" hint="Högst 5 000 åt gången." inputMode="numeric" short />
          <DayField {...field('make', 'expiresOn')} value={field('make', 'expiresOn').value ?? dialogue.closesOn} label="Sista dagen de gäller" />
          <Button>Gör koderna</Button>
        </Form>
      ) : (
        <p>{dialogue.state === 'closed' ? 'Enkäten är stängd.' : 'Enkäten är öppnad för alla, så den kan inte slutas till en grupp.'}</p>
      )}
      {units.length > 0 && (
        <Form act="revoke">
          <h2>Dra in en kod</h2>
          <TextField {...field('revoke', 'code')} label="Koden" exact short />
          <TextField {...field('revoke', 'reason')} label="Skälet" hint="Till exempel att brevet har kommit bort. Inga namn på personer." />
          <Button grave>Dra in koden</Button>
        </Form>
      )}
      <p>
        <a href={`/arbete/dialoger/${dialogue.slug}`}>Tillbaka till dialogen</a>
      </p>
    </WorkroomPage>
  )
}

type Made = { readonly unit: string; readonly expiresOn: string; readonly codes: readonly string[]; readonly links: readonly string[] }

/** The list that is shown this once. */
function MadeCodes({ unit, expiresOn, codes, links }: Made) {
  return (
    <section>
      <Notice kind="good" title="Koderna visas bara nu">
        <p>Skriv ut eller spara listan innan du lämnar sidan. Här sparas den inte. Skriv inte vem som får vilken kod.</p>
      </Notice>
      <Table
        cards
        caption={`${unit}, gäller till och med ${formatDay(expiresOn)}`}
        columns={[{ title: 'Kod' }, { title: 'Länk' }]}
        rows={codes.map((code, at) => [code, links[at] ?? ''])}
      />
      <details className="no-print">
        <summary>Samma lista som CSV</summary>
        <pre>{['kod;lank', ...codes.map((code, at) => `${code};${links[at] ?? ''}`)].join('\n')}</pre>
      </details>
    </section>
  )
}

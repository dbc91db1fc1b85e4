import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { Form, scopeOf } from '#ui/form'
import { WorkroomPage } from '#ui/workroom-page'
import { maySetCondition } from '../access.ts'
import { builderProblems } from '../builder-words.ts'
import { isAsked, type ShowIf } from '../rules/question.ts'
import { sectionsOf } from '../rules/show-question.ts'
import { setCondition } from '../set-condition.ts'
import { refusalWords } from '../words.ts'
import { AnswerOfCondition, QuestionOfCondition } from './condition-steps.tsx'
import { oneCondition } from './condition-text.ts'
import { draftAt } from './draft-at.ts'

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!maySetCondition(visit.actor)) refuse({ refused: 'forbidden' })
  const { slug, questions } = await draftAt(params.slug, visit.now)
  const question = questions.find(({ key }) => key === params.key)
  if (!question) refuse({ refused: 'not-found' })
  const part = sectionsOf(questions).findIndex((section) => section.includes(question))
  const earlier = sectionsOf(questions).slice(0, part).flat().filter(isAsked)
  const chosen = earlier.find(({ key }) => key === new URL(request.url).searchParams.get('pa'))
  return {
    frame: workroomFrame(visit, request),
    slug,
    wording: question.wording,
    match: question.showIf?.match ?? 'all',
    now: question.showIf?.conditions.map((condition) => oneCondition(condition, questions)) ?? [],
    earlier: earlier.map(({ key, wording }) => ({ value: key, label: wording })),
    chosen,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const { id, slug, questions } = await draftAt(params.slug, now)
  const question = questions.find(({ key }) => key === params.key)
  if (!question) refuse({ refused: 'not-found' })
  const before = question.showIf ?? { match: 'all', conditions: [] }
  const act = form.text('act')
  const result = await setCondition(actor, { dialogueId: id, key: question.key, showIf: changed(before, act, form) }, now)
  if (result.granted) throw redirect(act === 'add' ? `/arbete/dialoger/${slug}#fraga-${question.key}` : `/arbete/dialoger/${slug}/fragor/${question.key}/villkor`)
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  const texts = { ...refusalWords, ...builderProblems }
  const problems = refusal.refused === 'misplaced' ? [{ field: 'values', text: builderProblems[refusal.problem] ?? '' }] : problemTexts(refusal, texts)
  return data({ problems, kept: form.kept(), values: form.all('values') }, { status: refusal.refused === 'misplaced' ? 422 : statusOf(refusal) })
}

export default function ConditionPage() {
  const { frame, slug, wording, match, now, earlier, chosen } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const problems = (answer?.problems ?? []).map((problem) => ({
    ...problem,
    field: chosen && problem.field ? (chosen.form.choices || chosen.kind === 'scale' ? 'values' : 'is') : '',
  }))
  return (
    <WorkroomPage frame={frame} title="Vem frågan ställs till" lead={wording}>
      <title>{`Villkor: ${wording}`}</title>
      <ErrorSummary problems={problems} scope={scopeOf('add', { question: chosen?.key ?? '' })} />
      {now.length === 0 ? (
        <p>Frågan ställs till alla. Du kan låta den bara ställas till dem som har svarat på ett visst sätt i en tidigare del.</p>
      ) : (
        <section>
          <h2>Den ställs bara till dem som</h2>
          <ul className="rows">
            {now.map((text, index) => (
              <li key={text}>
                <p>{text}</p>
                <Form act="remove" hidden={{ index: String(index) }}>
                  <Button quiet small>
                    Ta bort villkoret<span className="hidden"> {text}</span>
                  </Button>
                </Form>
              </li>
            ))}
          </ul>
          {now.length > 1 && (
            <Form act="match" hidden={{ match: match === 'all' ? 'any' : 'all' }}>
              <p>{match === 'all' ? 'Alla villkoren ska stämma.' : 'Det räcker att ett av villkoren stämmer.'}</p>
              <Button quiet small>
                {match === 'all' ? 'Låt det räcka att ett stämmer' : 'Låt alla behöva stämma'}
              </Button>
            </Form>
          )}
        </section>
      )}
      {chosen ? (
        <AnswerOfCondition question={chosen} kept={answer?.kept ?? {}} values={answer?.values ?? []} error={problems[0]?.text} />
      ) : earlier.length > 0 ? (
        <QuestionOfCondition earlier={earlier} />
      ) : (
        <p>Det finns ingen fråga i en tidigare del. Ett villkor kan inte gälla en fråga på samma sida. Låt först en ny del börja med den här frågan.</p>
      )}
      <p>
        <a href={`/arbete/dialoger/${slug}`}>Tillbaka till utkastet</a>
      </p>
    </WorkroomPage>
  )
}

type Sent = Awaited<ReturnType<typeof readForm>>

/** The conditions after an act on them: one more, one less, or all of them instead of any. Without conditions it is asked of everybody. */
function changed({ match, conditions }: ShowIf, act: string, form: Sent): ShowIf | null {
  if (act === 'remove') {
    const left = conditions.filter((_, index) => String(index) !== form.text('index'))
    return left.length > 0 ? { match, conditions: left } : null
  }
  if (act === 'match') return { match: form.text('match') === 'any' ? 'any' : 'all', conditions }
  const is = (['answered', 'not-answered', 'one-of', 'not-one-of', 'at-least', 'at-most'] as const).find((each) => each === form.text('is')) ?? 'one-of'
  const written = form.text('value').trim().replace(',', '.')
  const value = written !== '' && Number.isFinite(Number(written)) ? Number(written) : undefined
  const by = is === 'one-of' || is === 'not-one-of' ? { values: form.all('values') } : is === 'at-least' || is === 'at-most' ? { value } : {}
  return { match, conditions: [...conditions, { question: form.text('question'), is, ...by }] }
}

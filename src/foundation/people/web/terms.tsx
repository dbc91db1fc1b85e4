import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { type Concept, concepts, inTerms, offeredTerms, ordinaryTerms, type Term } from '#kernel/terms'
import { changeTerm, readTermHistory } from '#people'
import { Button, ButtonLink } from '#ui/button'
import { RadioGroup, TextField } from '#ui/field'
import { Form, scopeOf } from '#ui/form'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import { mayChangeTerm, mayReadSettings } from '../access.ts'
import { termForm } from '../settings-schema.ts'
import { settingProblems } from './problem-words.ts'
import { Changes, SettingsPage } from './settings-page.tsx'
import { sampleSentences } from './term-samples.ts'

const own = 'own'
const formFields = [
  ['one', 'Ett eller en …'],
  ['the', 'Det eller den …'],
  ['many', 'Flera …'],
  ['allThe', 'Alla de …'],
  ['english', 'På engelska'],
  ['englishMany', 'På engelska, flera'],
] as const

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayReadSettings(visit.actor)) refuse({ refused: 'forbidden' })
  const asked = new URL(request.url).searchParams.get('begrepp') ?? ''
  const mayChange = mayChangeTerm(visit.actor) !== undefined
  return {
    frame: workroomFrame(visit, request),
    held: visit.terms,
    history: await readTermHistory(),
    mayChange,
    asked: mayChange ? concepts.find((concept) => concept === asked) : undefined,
  }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now, terms: held } = signedInVisit(context, request)
  const form = await readForm(request)
  const kept = form.kept()
  const concept = concepts.find((each) => each === kept.concept)
  if (!concept) refuse({ refused: 'not-found' })
  const offered = offeredTerms[concept][Number(kept.choice || 'none')]
  const wished = { concept, ...(offered ?? { one: '', the: '', many: '', allThe: '', gender: 'ett', english: '', englishMany: '', ...kept }) } as { concept: Concept } & Term
  const read = termForm.safeParse(wished)
  // Shown before it holds.
  if (kept.act === 'preview' && mayChangeTerm(actor) && read.success) {
    const list = { ...held, [concept]: read.data }
    return { kept, problems: [], preview: { term: read.data, sentences: sampleSentences[concept].map((sentence) => inTerms(sentence, list)) } }
  }
  const result = await changeTerm(actor, wished, now)
  if (result.granted) throw redirect('/arbete/installningar/ord')
  if (result.refusal.refused === 'forbidden') refuse(result.refusal)
  return data({ kept, problems: settingProblems(result.refusal), preview: undefined }, { status: statusOf(result.refusal) })
}

export default function Terms() {
  const { frame, held, history, mayChange, asked } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const preview = answer?.preview
  const chosen = asked ?? (mayChange ? concepts.find((concept) => concept === answer?.kept.concept) : undefined)
  return (
    <SettingsPage
      frame={frame}
      title="Kommunens ord"
      lead="Här byter du produktens ord mot era. De gäller på alla sidor, i brev och i handlingar som fryses från och med nu. Handlingar som redan är frysta behåller sina ord."
      problems={answer?.problems}
      scope={chosen && scopeOf('preview', { concept: chosen })}
    >
      {preview && (
        <Notice>
          <h2>Så här blir det</h2>
          <ul>
            {preview.sentences.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
          <p>Inget är sparat än.</p>
          <Form act="save" hidden={{ ...preview.term, choice: own }}>
            <Button>{`Använd ordet ${preview.term.one}`}</Button>
          </Form>
        </Notice>
      )}
      {chosen ? (
        <ChooseTerm concept={chosen} held={held[chosen]} kept={answer?.kept} problems={answer?.problems ?? []} />
      ) : (
        <Table
          cards
          caption="Ord som kan bytas"
          columns={[{ title: 'Begrepp' }, { title: 'Ert ord' }, { title: 'Former' }, { title: 'Engelska' }, { title: 'Byt' }]}
          rows={concepts.map((concept) => {
            const { one, the, many, allThe, english } = held[concept]
            return [
              ordinaryTerms[concept].one,
              <strong key="o">{one}</strong>,
              `${the}, ${many}, ${allThe}`,
              english,
              mayChange ? <a key="a" href={`?begrepp=${concept}`}>{`Byt ordet för ${ordinaryTerms[concept].one}`}</a> : '',
            ]
          })}
        />
      )}
      <Changes changes={history.map((each) => ({ ...each, what: `${ordinaryTerms[each.concept].one} heter ${each.one}, ${each.the}, ${each.many}, ${each.allThe}` }))} />
    </SettingsPage>
  )
}

type Problems = readonly { readonly field: string; readonly text: string }[]

function ChooseTerm({ concept, held, kept, problems }: { concept: Concept; held: Term; kept: Record<string, string> | undefined; problems: Problems }) {
  const errorOf = (field: string) => problems.find((problem) => problem.field === field)?.text
  const offered = offeredTerms[concept]
  const chosen = kept?.choice ?? String(offered.findIndex(({ one }) => one === held.one)).replace('-1', own)
  const writtenIn = (form: keyof Term) => kept?.[form] ?? (chosen === own ? held[form] : '')
  return (
    <section>
      <h2>{`Vad heter ${ordinaryTerms[concept].one} hos er?`}</h2>
      <Form act="preview" hidden={{ concept }}>
        <RadioGroup
          name="choice"
          label="Ordet"
          value={chosen}
          choices={[
            ...offered.map(({ one, the, many, allThe, english }, index) => ({ value: String(index), label: one, hint: `${the}, ${many}, ${allThe}; ${english}` })),
            { value: own, label: 'Ett eget ord', hint: 'Skriv alla dess former här under, så blir meningarna rätt.' },
          ]}
        />
        <details open={chosen === own}>
          <summary>Skriv ett eget ord</summary>
          <RadioGroup
            name="gender"
            label="En eller ett"
            value={writtenIn('gender') || 'ett'}
            choices={[
              { value: 'en', label: 'en' },
              { value: 'ett', label: 'ett' },
            ]}
          />
          {formFields.map(([form, label]) => (
            <TextField key={form} name={form} label={label} hint={`Som ${ordinaryTerms[concept][form]}.`} value={writtenIn(form)} error={errorOf(form)} short />
          ))}
        </details>
        <div className="acts">
          <Button>Visa hur det blir</Button>
          <ButtonLink quiet href="/arbete/installningar/ord">
            Tillbaka till orden
          </ButtonLink>
        </div>
      </Form>
    </section>
  )
}

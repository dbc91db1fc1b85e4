import { Button } from '#ui/button'
import { TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatInstant } from '#ui/format'
import { Notice } from '#ui/notice'
import type { DeskStatement } from '../read-coding-desk.ts'
import { addressOf } from '../rules/desk-filter.ts'
import { PartField } from './coding-form.tsx'
import { MarkedText } from './desk-filters.tsx'
import { sayStance } from './desk-problems.ts'

/** The statement at hand: who has it, what was asked, its words with what carries a theme, and how it is read now. */
export function DeskStatementParts({ statement, action, mayCode }: { statement: DeskStatement; action: string; mayCode: boolean }) {
  const { id, text, group, question, pieces, codings, aside, claimedBy, alike, language, translation } = statement
  const decided = alike.filter((each) => each.decided)
  return (
    <>
      {claimedBy && (
        <Notice kind="warn">
          <p>{claimedBy} har det här yttrandet öppet. Om ni båda sparar får den som sparar sist veta vad den andra valde.</p>
        </Notice>
      )}
      <p className="soft">
        {group}. Frågan: {question}
      </p>
      <blockquote>
        <p lang={language}>
          <MarkedText pieces={pieces} />
        </p>
        {translation && (
          <p>
            {translation.text} <span className="soft">Översatt av {translation.by}</span>
          </p>
        )}
      </blockquote>
      {aside && (
        <Form act="take-back" action={action} hidden={{ statementId: id }} className="inline">
          <span>
            Lagt åt sidan av {aside.by}: {aside.reason}
          </span>
          {mayCode && (
            <Button quiet small>
              Ta tillbaka till kön
            </Button>
          )}
        </Form>
      )}
      {codings.length > 0 && (
        <ul className="plain" aria-label="Kodat som">
          {codings.map(({ id: codingId, theme, stance, coder, spanFrom, spanTo }) => (
            <li key={codingId}>
              <Form act="withdraw" action={action} hidden={{ statementId: id, codingId }} className="inline">
                <span>
                  <strong>{theme}</strong>, {sayStance(stance)}, av {coder}
                  {spanFrom !== null && spanTo !== null && (
                    <>
                      : <q>{text.slice(spanFrom, spanTo)}</q>
                    </>
                  )}
                </span>
                {mayCode && (
                  <Button quiet small>
                    Ta bort {theme}
                  </Button>
                )}
              </Form>
            </li>
          ))}
        </ul>
      )}
      <p className="small">
        <a href={`/arbete/kodning/yttrande/${id}`}>Hur det har kodats</a> · <a href={addressOf('/arbete/kodning/lista', { state: 'any', alike: id })}>Yttranden som liknar det</a>
      </p>
      {decided.length > 0 && (
        <details>
          <summary>Så är liknande yttranden kodade</summary>
          <ul>
            {decided.map((each) => (
              <li key={each.id}>
                <bdi>{each.text}</bdi> <span className="soft">{each.decided}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  )
}

type Wishes = {
  readonly statement: DeskStatement
  readonly processId: string
  readonly action: string
  readonly kept: Readonly<Record<string, string>>
  readonly problems: readonly { readonly field: string; readonly text: string }[]
}

/** What else can be done with a statement, each folded until it is asked for. */
export function OtherActs({ statement, processId, action, kept, problems }: Wishes) {
  const errorOf = (act: string, field: string) => (kept.act === act ? problems.find((each) => each.field === field)?.text : undefined)
  const keptOf = (act: string): Readonly<Record<string, string>> => (kept.act === act ? kept : {})
  return (
    <>
      <details open={kept.act === 'aside'}>
        <summary>Lägg åt sidan som brus</summary>
        <Form act="aside" action={action} hidden={{ statementId: statement.id, seen: statement.seen }}>
          <TextField name="reason" label="Därför att" hint="Till exempel: svarar inte på frågan." value={keptOf('aside').reason} error={errorOf('aside', 'reason')} />
          <Button quiet small>
            Lägg åt sidan
          </Button>
        </Form>
      </details>
      <details open={kept.act === 'basket'}>
        <summary>Lägg i citatkorgen</summary>
        <Form act="basket" action={action} hidden={{ statementId: statement.id }}>
          <div className="desk-row">
            <PartField name="from" label="Citatet går från" parts={statement.parts} value={keptOf('basket').from} />
            <PartField name="to" label="Till och med" parts={statement.parts} value={keptOf('basket').to} />
          </div>
          <TextField name="why" label="Varför det är värt att ha kvar" value={keptOf('basket').why} error={errorOf('basket', 'why')} />
          <Button quiet small>
            Lägg i korgen
          </Button>
        </Form>
      </details>
      <details open={kept.act === 'memo' || statement.memos.length > 0}>
        <summary>Anteckningar</summary>
        {statement.memos.map(({ id, text, writtenBy, writtenAt }) => (
          <p key={id} className="written">
            <bdi>{text}</bdi>{' '}
            <span className="soft small">
              {writtenBy}, {formatInstant(writtenAt)}
            </span>
          </p>
        ))}
        <Form act="memo" action={action} hidden={{ processId, statementId: statement.id }}>
          <TextArea name="text" label="Vad du tänker om yttrandet" rows={3} value={keptOf('memo').text} error={errorOf('memo', 'text')} />
          <Button quiet small>
            Spara anteckningen
          </Button>
        </Form>
      </details>
    </>
  )
}

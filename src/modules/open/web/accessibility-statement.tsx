import type { AccessibilityFault, AccessibilityStatement } from '#people'
import { formatDay, formatInstant, formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { Table } from '#ui/table'
import type { Trial } from '../read-trial.ts'
import { accessibilityWords } from './accessibility-words.ts'

type Wishes = {
  readonly language: 'sv' | 'en'
  readonly municipality: string
  /** What a person has stated, if any has; without an instant it is a draft. */
  readonly statement: (AccessibilityStatement & { readonly statedAt?: string }) | undefined
  readonly trial: Trial
}

/** What the law asks one to tell: how the service conforms, what is wrong, and how it was tried. */
export function StatementText({ language, municipality, statement, trial }: Wishes) {
  const word = accessibilityWords(language)
  return (
    <>
      <p>{word.about(municipality)}</p>
      <h2>{word.conforms}</h2>
      {statement ? (
        <p>
          {word[statement.conformity]} {word.judged(formatDay(statement.triedOn, language))} {statement.statedAt && word.changed(formatInstant(statement.statedAt, language))}
        </p>
      ) : (
        <Notice kind="warn">
          <p>
            <strong>{word.nobody}.</strong> {word.nobodyText}
          </p>
        </Notice>
      )}
      <p>{word.aims}</p>
      <h2>{word.faults}</h2>
      {(statement?.faults.length ?? 0) === 0 && <p>{statement ? word.noFaults : word.noneWritten}</p>}
      {(['to-be-mended', 'burdensome', 'exempt'] as const).map((reason) => (
        <Faults key={reason} language={language} reason={reason} faults={statement?.faults.filter((fault) => fault.reason === reason) ?? []} />
      ))}
      {trial.violations.length > 0 && (
        <Table
          cards
          caption={word.foundByProgram}
          columns={[{ title: word.atPage }, { title: word.rule }]}
          rows={trial.violations.map(({ page, rule }) => [<code key="p">{page}</code>, <code key="r">{rule}</code>])}
        />
      )}
      <h2>{word.tried}</h2>
      <TrialText language={language} trial={trial} />
      {statement ? (
        <p>
          {word.byPeople} <span lang="sv">{statement.triedBy}</span>. {word.triedOn(formatDay(statement.triedOn, language))}
        </p>
      ) : (
        <p>{word.byNobody}</p>
      )}
    </>
  )
}

function Faults({ language, reason, faults }: { language: 'sv' | 'en'; reason: AccessibilityFault['reason']; faults: readonly AccessibilityFault[] }) {
  const word = accessibilityWords(language)
  if (faults.length === 0) return null
  const isMended = reason === 'to-be-mended'
  return (
    <Table
      cards
      caption={word[reason]}
      columns={[{ title: word.what }, { title: word.whom }, ...(isMended ? [{ title: word.mended }] : [])]}
      rows={faults.map(({ what, whom, mendedOn }) => [
        <span key="what" lang="sv">
          {what}
        </span>,
        <span key="whom" lang="sv">
          {whom}
        </span>,
        ...(isMended && mendedOn ? [formatDay(mendedOn, language)] : []),
      ])}
    />
  )
}

function TrialText({ language, trial }: { language: 'sv' | 'en'; trial: Trial }) {
  const word = accessibilityWords(language)
  const { pages, untried, rules, violations, version, triedOn } = trial
  return (
    <>
      <p>
        {word.byProgram({ pages: pages.length, rules: rules.length, day: formatDay(triedOn, language), version })} {word.ways}{' '}
        <strong>{violations.length === 0 ? word.foundNone : word.foundSome(violations.length)}</strong> {word.limits}
      </p>
      <Pages title={`${word.triedPages} (${formatNumber(pages.length, 0, language)})`} pages={pages} />
      {untried.length > 0 && <Pages title={`${word.untried} (${formatNumber(untried.length, 0, language)})`} pages={untried} />}
    </>
  )
}

function Pages({ title, pages }: { title: string; pages: readonly string[] }) {
  return (
    <details>
      <summary>{title}</summary>
      <ul>
        {pages.map((page) => (
          <li key={page}>
            <code>{page}</code>
          </li>
        ))}
      </ul>
    </details>
  )
}

import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { readMarks, readThemes, readVoicesOfThemes } from '#analysis'
import { markedName } from '#analysis/words'
import { listMatters } from '#decision'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { readShownQuotes } from '#participation'
import { listProcesses } from '#process'
import { lix } from '#text'
import { Button } from '#ui/button'
import { ErrorSummary } from '#ui/error-summary'
import { SelectField, TextArea } from '#ui/field'
import { Form } from '#ui/form'
import { formatNumber } from '#ui/format'
import { Notice } from '#ui/notice'
import { Quote } from '#ui/quote'
import { TwoTexts } from '#ui/two-texts'
import { WorkroomPage } from '#ui/workroom-page'
import { mayAdoptVision, mayRootPhrase, mayWritePhrases } from '../access.ts'
import { adoptVision } from '../adopt-vision.ts'
import { quoteStatement } from '../quote-statement.ts'
import { readProposals } from '../read-proposals.ts'
import { rootPhrase } from '../root-phrase.ts'
import { isRooted } from '../rules/coverage.ts'
import { submitProposal } from '../submit-proposal.ts'
import { unrootPhrase } from '../unroot-phrase.ts'
import { refusalWords } from '../words.ts'
import { writePhrases } from '../write-phrases.ts'

// Enough quotes to choose from under each phrase without reading everything again.
const quotesToChooseFrom = 12

export async function loader({ context, request, params }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  const [process] = await listProcesses(visit.now.day)
  const proposal = process && (await readProposals(process.id)).find(({ slug }) => slug === params.slug)
  if (!proposal) refuse({ refused: 'not-found' })
  const [book, marks, matters] = [await readThemes({ processId: process.id, alsoRetired: true }), await readMarks(process.id), await listMatters(visit.now.day)]
  const named = book.map(({ name, ...theme }) => ({ ...theme, name: markedName(name, marks.get(theme.id) ?? {}) }))
  const themeNow = new Map(book.map((theme) => [theme.id, named.find(({ id }) => id === theme.now)]))
  const voices = await readVoicesOfThemes([...new Set(proposal.phrases.flatMap((phrase) => phrase.themes))])
  const chosen = proposal.phrases.flatMap(({ quotes }) => quotes)
  const shown = await readShownQuotes([...chosen, ...voices.map(({ statementId }) => statementId)], 400)
  const text = proposal.phrases.map((phrase) => phrase.text).join(' ')
  const version = proposal.versions.at(-1)
  return {
    frame: workroomFrame(visit, request),
    proposal,
    lix: lix(text)?.value,
    themes: named.filter(({ retiredAt }) => retiredAt === null).map(({ id, name, statements }) => ({ id, name, statements })),
    phrases: proposal.phrases.map((phrase) => {
      const near = new Set(voices.filter(({ themeId }) => phrase.themes.includes(themeId)).map(({ statementId }) => statementId))
      return {
        ...phrase,
        rooted: isRooted(phrase),
        // A root that was merged into another theme is shown as that one.
        roots: phrase.themes.map((id) => ({ id, name: themeNow.get(id)?.name, statements: themeNow.get(id)?.statements ?? 0 })),
        quoted: shown.filter(({ statementId }) => phrase.quotes.includes(statementId)),
        choices: shown.filter(({ statementId }) => near.has(statementId) && !phrase.quotes.includes(statementId)).slice(0, quotesToChooseFrom),
      }
    }),
    matters: matters.map(({ id, number, title }) => ({ value: id, label: `${number} ${title}` })),
    points: matters
      .flatMap(({ points }) => points)
      .filter(({ documentId }) => documentId !== null && documentId === version?.documentId)
      .map((point) => ({ value: point.id, label: `${point.organ} ${point.meetingOn} ${point.paragraph ?? ''}` })),
    version,
    mayWrite: mayWritePhrases(visit.actor) !== undefined,
    mayRoot: mayRootPhrase(visit.actor) !== undefined,
    mayAdopt: mayAdoptVision(visit.actor) !== undefined,
  }
}

export async function action({ context, request, params }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  const form = await readForm(request)
  const text = (name: string) => form.text(name)
  const [phraseId, proposalId] = [text('phraseId'), text('proposalId')]
  const acts = {
    write: () => writePhrases(actor, { proposalId, text: text('text'), revision: text('revision') }, now),
    root: () => rootPhrase(actor, { phraseId, themeId: text('themeId') }, now),
    unroot: () => unrootPhrase(actor, { phraseId, themeId: text('themeId') }, now),
    quote: () => quoteStatement(actor, { phraseId, statementId: text('statementId') }, now),
    submit: () => submitProposal(actor, { proposalId, matterId: text('matterId') }, now),
    adopt: () => adoptVision(actor, { versionId: text('versionId'), pointId: text('pointId') }, now),
  }
  const act = text('act')
  if (!(act in acts)) refuse({ refused: 'not-found' })
  const result = await acts[act as keyof typeof acts]()
  if (result.granted) throw redirect(`/arbete/vision/${encodeURIComponent(params.slug ?? '')}${phraseId ? `#ord-${phraseId}` : ''}`)
  if (result.refusal.refused === 'forbidden' || result.refusal.refused === 'not-found') refuse(result.refusal)
  const stale = result.refusal.refused === 'stale' ? { now: String((result.refusal as { now?: unknown }).now ?? ''), yours: text('text') } : undefined
  return data({ problems: problemTexts(result.refusal, refusalWords), kept: form.kept(), stale }, { status: statusOf(result.refusal) })
}

export default function Proposal() {
  const { frame, proposal, lix, themes, phrases, matters, points, version, mayWrite, mayRoot, mayAdopt } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const isDraft = version === undefined
  return (
    <WorkroomPage frame={frame} title={proposal.name}>
      <title>{proposal.name}</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.kept.scope} />
      {answer?.stale && <TwoTexts {...answer.stale} />}
      <p className="vision">{proposal.phrases.map(({ text }) => text).join(' ')}</p>
      <p>
        {phrases.filter(({ rooted }) => rooted).length} av {phrases.length} formuleringar vilar på röster. Läsbarhet: LIX {lix === undefined ? '–' : formatNumber(lix)}.{' '}
        {isDraft ? 'Utkast.' : version.pointId ? 'Antaget.' : 'Inlämnat och fryst.'}
      </p>
      {phrases.map((phrase) => (
        <article key={phrase.id} className="panel" id={`ord-${phrase.id}`}>
          <h2>{phrase.text}</h2>
          {!phrase.rooted && <p>Inga röster ligger bakom den här formuleringen.</p>}
          <ul>
            {phrase.roots.map(({ id, name, statements }) => (
              <li key={id}>
                {name} <span className="soft">({formatNumber(statements)} yttranden)</span>
                {mayRoot && isDraft && (
                  <Form act="unroot" hidden={{ phraseId: phrase.id, themeId: id }} className="inline">
                    <Button quiet small>
                      Ta bort<span className="hidden"> {name}</span>
                    </Button>
                  </Form>
                )}
              </li>
            ))}
          </ul>
          {phrase.quoted.map((quote) => (
            <Quote
              key={quote.statementId}
              text={quote.text}
              from={quote.group}
              lang={quote.language}
              translation={quote.translation && { text: quote.translation.text, by: `Översatt av ${quote.translation.by}` }}
            />
          ))}
          {mayRoot && isDraft && (
            <>
              <Form act="root" hidden={{ phraseId: phrase.id }} className="inline">
                <SelectField
                  name="themeId"
                  label="Vilar på temat"
                  choices={themes.filter(({ id }) => !phrase.themes.includes(id)).map(({ id, name, statements }) => ({ value: id, label: `${name} (${statements})` }))}
                />
                <Button small>Lägg till temat</Button>
              </Form>
              {phrase.choices.length > 0 && (
                <Form act="quote" hidden={{ phraseId: phrase.id }} className="inline">
                  <SelectField
                    name="statementId"
                    label="Vilar på citatet"
                    choices={phrase.choices.map((quote) => ({ value: quote.statementId, label: `${quote.group}: ${(quote.translation ?? quote).text.slice(0, 90)}` }))}
                  />
                  <Button small>Lägg till citatet</Button>
                </Form>
              )}
            </>
          )}
        </article>
      ))}
      {mayWrite && isDraft && (
        <>
          <Form act="write" hidden={{ proposalId: proposal.id, revision: String(proposal.revision) }}>
            <TextArea name="text" label="Formuleringar" hint="En på varje rad." value={answer?.kept.text ?? proposal.phrases.map(({ text }) => text).join('\n')} rows={6} />
            <Button>Spara formuleringarna</Button>
          </Form>
          <Form act="submit" hidden={{ proposalId: proposal.id }}>
            <h2>Lämna in för beslut</h2>
            <p>Förslaget fryses med sina rötter och kan inte ändras efteråt.</p>
            <SelectField name="matterId" label="I vilket ärende" empty="Välj ett ärende" choices={matters} />
            <Button>Frys och lämna in förslaget</Button>
          </Form>
        </>
      )}
      {version && !version.pointId && mayAdopt && (
        <Form act="adopt" hidden={{ versionId: version.id }}>
          <h2>Säg vilket beslut som antog visionen</h2>
          <SelectField name="pointId" label="Beslut" empty="Välj ett beslut" choices={points} />
          <Button>Skriv in att visionen är antagen</Button>
        </Form>
      )}
      {version?.pointId && (
        <Notice kind="good">
          <p>Förslaget är antaget som kommunens vision.</p>
        </Notice>
      )}
    </WorkroomPage>
  )
}

import { Fragment } from 'react'
import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { readLastMethod } from '#analysis'
import { findingWords, publicWords, weakSentence } from '#analysis/words'
import { dayOf } from '#http/clock'
import { frameWith } from '#http/frame'
import { visitOf } from '#http/visit'
import { formatDay, formatNumber } from '#ui/format'
import { PublicPage } from '#ui/page'
import { Said } from '#ui/said'
import { Table } from '#ui/table'
import { composeThread, wholeVision } from '../compose-thread.ts'
import { readPicture } from '../read-picture.ts'
import { readShownFindings } from '../read-shown-findings.ts'
import { words } from '../words.ts'
import { cellText } from './cell-text.ts'
import { NotYet } from './not-yet.tsx'
import { PublishedFindings } from './published-findings.tsx'

const readings = ['samsyn', 'split', 'few-say', 'not-yet-known'] as const

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  const picture = await readPicture(visit.now)
  const snapshot = picture?.snapshot
  const release = picture?.released.analysis
  const findings = picture ? await readShownFindings(picture, visit.language) : []
  const method = picture && release?.released ? await readLastMethod(picture.process.id, release.at) : undefined
  return {
    frame: await frameWith(visit, request, [
      ...[...(snapshot?.rows ?? []), ...(snapshot?.groups ?? [])].map(({ name }) => name),
      ...findings.flatMap(({ claim, whoDisagrees, notKnown, withdrawnWhy, phrases, weak }) => [
        ...[claim, whoDisagrees, notKnown, withdrawnWhy ?? ''],
        ...[...phrases.map(({ text }) => text), ...weak.map(({ name }) => name)],
      ]),
    ]),
    findings,
    method: method?.sha256,
    release,
    snapshot,
    stops: picture && composeThread(picture, wholeVision(picture), 'theme', visit.language).stops,
  }
}

export default function Consensus() {
  const { frame, release, snapshot, findings, method, stops } = useLoaderData<typeof loader>()
  const word = words(frame.language)
  const said = publicWords(frame.language)
  const { language } = frame
  return (
    <PublicPage frame={frame} title={word.samsynTitle} lead={word.samsynLead} thread={stops}>
      <title>{`${word.samsynTitle} – ${frame.municipality}`}</title>
      {!snapshot && <NotYet title={word.noAnalysis} release={release} language={language} />}
      {findings.length > 0 && <PublishedFindings findings={findings} frame={frame} />}
      {snapshot && (
        <>
          {readings.map((reading) => {
            const rows = snapshot.rows.filter((row) => row.reading === reading)
            return (
              <section key={reading}>
                <h2>{said[reading]}</h2>
                <p>{said[`${reading}-what`]}</p>
                {rows.length === 0 ? (
                  <p className="soft">{word.none}</p>
                ) : (
                  <ul className="cards">
                    {rows.map((row) => (
                      <li key={row.theme}>
                        <h3>
                          <a href={`/tema/${row.slug}`}>
                            <Said to={frame} text={row.name} />
                          </a>
                        </h3>
                        {row.isWeak && <p className="small">{weakSentence(row, language)}</p>}
                        <ul className="small">
                          {row.cells.map((cell) => (
                            <li key={cell.group}>
                              <Said to={frame} text={snapshot.groups.find(({ key }) => key === cell.group)?.name ?? ''} />: {cellText(cell, language)}
                            </li>
                          ))}
                        </ul>
                      </li>
                    ))}
                  </ul>
                )}
              </section>
            )
          })}
          <h2>{word.method}</h2>
          <p>
            {language === 'sv'
              ? `${formatNumber(snapshot.statements)} yttranden har kommit in, ${formatNumber(snapshot.coded)} är lästa mot ett tema och ${formatNumber(snapshot.setAside)} är lagda åt sidan. Svar räknas i personer och gruppers anteckningar i anteckningar. De läggs aldrig ihop. Inget om färre än fem personer visas, för barn tio.`
              : `${formatNumber(snapshot.statements, 0, 'en')} statements came in, ${formatNumber(snapshot.coded, 0, 'en')} are read under a theme and ${formatNumber(snapshot.setAside, 0, 'en')} were set aside. Answers are counted in persons, the notes of groups in notes. The two are never added. Nothing about fewer than five persons is shown, for children ten.`}{' '}
            <a href={`/handling/${snapshot.sha256}`}>{word.frozenDocument}</a>, {formatDay(dayOf(snapshot.frozenAt), language)}.
          </p>
          {snapshot.groups.map(({ key, name, until }) =>
            until ? (
              <p key={key}>
                <Said to={frame} text={name} />: {said.waits(formatDay(until, language))}
              </p>
            ) : null,
          )}
          {method && (
            <p>
              <a href={`/handling/${method}`}>{findingWords(language).method}</a>
            </p>
          )}
          <details>
            <summary>{language === 'sv' ? 'Alla teman och grupper i en tabell' : 'All themes and groups in a table'}</summary>
            <Table
              caption={word.samsynTitle}
              columns={[{ title: language === 'sv' ? 'Tema' : 'Theme' }, ...snapshot.groups.map(({ key, name }) => ({ title: <Said key={key} to={frame} text={name} /> }))]}
              rows={snapshot.rows.map((row) => [
                <Fragment key={row.theme}>
                  <Said to={frame} text={row.name} />
                  {row.isWeak && <span className="soft small"> {weakSentence(row, language)}</span>}
                </Fragment>,
                ...row.cells.map((cell) => cellText(cell, language)),
              ])}
            />
          </details>
        </>
      )}
    </PublicPage>
  )
}

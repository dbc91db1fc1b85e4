import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { Facts } from '#ui/facts'
import { PublicPage } from '#ui/page'
import { type StoringAct, storedByAct } from '../rules/stored-columns.ts'
import { actTexts, privacyWords } from './privacy-words.ts'

const ofResidents: readonly StoringAct[] = ['read', 'language', 'answer', 'vote', 'begin', 'take-back', 'follow', 'told', 'holder', 'fault', 'mail']
const ofWorkers: readonly StoringAct[] = ['sign-in', 'assignment', 'work', 'note', 'reading']

export function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  return { frame: publicFrame(visit, request), contact: visit.municipality?.contact }
}

export default function Privacy() {
  const { frame, contact } = useLoaderData<typeof loader>()
  const word = privacyWords(frame.language)
  return (
    <PublicPage frame={frame} title={word.title} lead={word.lead}>
      <title>{`${word.title} – ${frame.municipality}`}</title>
      <p>{word.who(frame.municipality)}</p>
      <h2>{word.residents}</h2>
      {ofResidents.map((act) => (
        <Stored key={act} act={act} language={frame.language} />
      ))}
      <h2>{word.workers}</h2>
      {ofWorkers.map((act) => (
        <Stored key={act} act={act} language={frame.language} />
      ))}
      <h2>{word.small}</h2>
      <p>{word.smallText}</p>
      <h2>{word.public}</h2>
      <p>{word.publicText}</p>
      <h2>{word.server}</h2>
      <p>{word.serverText}</p>
      <h2>{word.backups}</h2>
      <p>{word.backupsText}</p>
      <h2>{word.rights}</h2>
      <p>
        {word.rightsText} {word.askOffice}{' '}
        {contact && (
          <>
            {word.ask} <a href={`mailto:${contact}`}>{contact}</a>.
          </>
        )}
      </p>
    </PublicPage>
  )
}

function Stored({ act, language }: { act: StoringAct; language: 'sv' | 'en' }) {
  const [word, text, tables] = [privacyWords(language), actTexts[language][act], Object.entries(storedByAct[act])]
  return (
    <section>
      <h3>{text.title}</h3>
      <Facts
        facts={[
          [word.what, text.what],
          [word.why, text.why],
          [word.long, text.long],
          [word.reads, text.reads],
          [word.basis, text.basis],
        ]}
      />
      {tables.length > 0 && (
        <details>
          <summary>
            {word.tables}
            <span className="hidden">: {text.title}</span>
          </summary>
          <ul>
            {tables.map(([table, columns]) => (
              <li key={table}>
                <code>{table}</code>: {columns.split(' ').join(', ')}
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  )
}

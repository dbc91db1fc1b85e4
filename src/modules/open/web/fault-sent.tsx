import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { PublicPage } from '#ui/page'
import { accessibilityWords } from './accessibility-words.ts'

export function loader({ context, request }: LoaderFunctionArgs) {
  return { frame: publicFrame(visitOf(context), request) }
}

/** What happens with a fault that was reported. An address of its own, so that a reload sends nothing again. */
export default function FaultSent() {
  const { frame } = useLoaderData<typeof loader>()
  const word = accessibilityWords(frame.language)
  return (
    <PublicPage frame={frame} title={word.sentTitle} lead={word.sentLead}>
      <title>{`${word.sentTitle} – ${frame.municipality}`}</title>
      <h2>{word.next}</h2>
      <ul>
        <li>{word.nextRead}</li>
        <li>{word.nextAnswer}</li>
        <li>{word.nextErased}</li>
        <li>
          {word.nextDigg} <a href="https://www.digg.se/tdosanmalan">{word.supervisionLink}</a>
        </li>
      </ul>
      <p>
        <a href="/tillganglighet">{word.back}</a>
      </p>
    </PublicPage>
  )
}

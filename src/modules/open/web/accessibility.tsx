import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { PublicPage } from '#ui/page'

export function loader({ context, request }: LoaderFunctionArgs) {
  const visit = visitOf(context)
  return { frame: publicFrame(visit, request), contact: visit.municipality?.contact }
}

export default function Accessibility() {
  const { frame, contact } = useLoaderData<typeof loader>()
  const sv = frame.language === 'sv'
  return (
    <PublicPage
      frame={frame}
      title={sv ? 'Tillgänglighet' : 'Accessibility'}
      lead={sv ? 'Alla ska kunna läsa och svara här.' : 'Everybody should be able to read and answer here.'}
    >
      <title>{`${sv ? 'Tillgänglighet' : 'Accessibility'} – ${frame.municipality}`}</title>
      {sv ? (
        <>
          <p>Sidorna är byggda för att följa WCAG 2.2 på nivå AA. De fungerar utan skript, med bara tangentbord, med skärmläsare, i mörkt läge och på en smal skärm.</p>
          <p>
            Ett program prövar sidorna varje gång något ändras. Ingen utanför projektet har granskat dem än. Kommunen skriver sin egen redogörelse innan tjänsten används på
            riktigt.
          </p>
          <p>Hittar du något som inte fungerar? {contact ? <a href={`mailto:${contact}`}>Skriv till {contact}</a> : 'Säg det till kommunen'}.</p>
        </>
      ) : (
        <>
          <p>The pages are built to follow WCAG 2.2 at level AA. They work without script, with the keyboard only, with a screen reader, in dark mode and on a narrow screen.</p>
          <p>
            A program tests the pages each time something is changed. Nobody outside the project has reviewed them yet. The municipality writes its own statement before the service
            is used for real.
          </p>
          <p>Do you find something that does not work? {contact ? <a href={`mailto:${contact}`}>Write to {contact}</a> : 'Tell the municipality'}.</p>
        </>
      )}
    </PublicPage>
  )
}

import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { terms } from '#kernel/terms'
import { PublicPage } from '#ui/page'

export function loader({ context, request }: LoaderFunctionArgs) {
  return { frame: publicFrame(visitOf(context), request) }
}

export default function About() {
  const { frame } = useLoaderData<typeof loader>()
  const sv = frame.language === 'sv'
  return (
    <PublicPage
      frame={frame}
      title={sv ? 'Om Samsyn' : 'About Samsyn'}
      lead={sv ? 'Samsyn visar vägen från det du säger till det som blir gjort.' : 'Samsyn shows the way from what you say to what is done.'}
    >
      <title>{`${sv ? 'Om Samsyn' : 'About Samsyn'} – ${frame.municipality}`}</title>
      {sv ? (
        <>
          <h2>Den röda tråden</h2>
          <p>
            Det du svarar läses och läggs under ett tema. Ur teman skrivs orden i visionen. De valda beslutar. Sedan kommer {terms.goal.many}, {terms.indicator.many} och resultat.
            Varje steg går att följa, åt båda hållen.
          </p>
          <h2>Så väger vi</h2>
          <p>
            Vi räknar varje grupp för sig, och alla grupper väger lika. Samsyn är det när alla eller nästan alla grupper är för. Vi säger också var vi ser olika, och vad vi inte
            vet.
          </p>
          <h2>Det som är fryst</h2>
          <p>
            Ett förslag som lämnas in för beslut fryses. Det får en kontrollsumma, och ingen kan ändra det efteråt. Det som görs i arbetet skrivs upp i en kedja som går att
            kontrollera.
          </p>
        </>
      ) : (
        <>
          <h2>The red thread</h2>
          <p>
            What you answer is read and put under a theme. From themes the words of the vision are written. The elected decide. Then come {terms.goal.englishMany},{' '}
            {terms.indicator.englishMany} and results. Every step can be followed, both ways.
          </p>
          <h2>How we weigh</h2>
          <p>
            We count each group by itself, and all groups weigh the same. Common ground is when all or nearly all groups are for. We also say where we differ, and what we do not
            know.
          </p>
          <h2>What is frozen</h2>
          <p>
            A proposal that is handed in for decision is frozen. It gets a checksum, and nobody can change it afterwards. What is done in the work is written in a chain that can be
            verified.
          </p>
        </>
      )}
    </PublicPage>
  )
}

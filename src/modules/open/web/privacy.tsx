import { type LoaderFunctionArgs, useLoaderData } from 'react-router'
import { publicFrame } from '#http/frame'
import { visitOf } from '#http/visit'
import { PublicPage } from '#ui/page'

export function loader({ context, request }: LoaderFunctionArgs) {
  return { frame: publicFrame(visitOf(context), request) }
}

export default function Privacy() {
  const { frame } = useLoaderData<typeof loader>()
  const sv = frame.language === 'sv'
  const title = sv ? 'Så skyddar vi dina uppgifter' : 'How we protect your data'
  return (
    <PublicPage frame={frame} title={title} lead={sv ? 'Det vi inte sparar kan inte läcka.' : 'What we do not store can’t leak.'}>
      <title>{`${title} – ${frame.municipality}`}</title>
      {sv ? (
        <>
          <h2>När du svarar</h2>
          <p>Vi sparar det du skriver och vilken dag det kom. Vi sparar inte vem du är, var du satt eller vilken telefon du har. Din kvittokod sparas bara som ett låst avtryck.</p>
          <h2>Vem som läser</h2>
          <p>
            De som arbetar med processen läser alla svar. Din text visas öppet först när en människa läst den och sagt att den får visas. Det som liknar en personuppgift tas bort
            först.
          </p>
          <h2>Små tal</h2>
          <p>Vi visar inget om färre än fem personer. För barn är gränsen tio.</p>
          <h2>Allmän handling</h2>
          <p>Det du skickar till kommunen är en allmän handling. Den som ber om svaren kan få läsa dem, om inte sekretess gäller.</p>
          <h2>Kakor</h2>
          <p>Vi använder en kaka om du byter språk, och några om du loggar in för att arbeta här. Inget skickas till någon annan.</p>
        </>
      ) : (
        <>
          <h2>When you answer</h2>
          <p>
            We store what you write and which day it came. We do not store who you are, where you sat or which phone you have. Your receipt code is stored only as a locked print of
            it.
          </p>
          <h2>Who reads</h2>
          <p>
            Those who work with the process read all answers. Your text is shown in public only when a person has read it and said that it may be. What looks like personal data is
            taken out first.
          </p>
          <h2>Small numbers</h2>
          <p>We show nothing about fewer than five persons. For children the limit is ten.</p>
          <h2>Public record</h2>
          <p>What you send to the municipality is a public record. Whoever asks for the answers may read them, unless secrecy applies.</p>
          <h2>Cookies</h2>
          <p>We use one cookie if you change language, and a few if you sign in to work here. Nothing is sent to anybody else.</p>
        </>
      )}
    </PublicPage>
  )
}

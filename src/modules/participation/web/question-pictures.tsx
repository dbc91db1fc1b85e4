import { type ActionFunctionArgs, data, type LoaderFunctionArgs, redirect, useActionData, useLoaderData } from 'react-router'
import { workroomFrame } from '#http/frame'
import { problemTexts } from '#http/problem-words'
import { readForm } from '#http/read-form'
import { refuse, statusOf } from '#http/respond'
import { signedInVisit } from '#http/visit'
import { Button } from '#ui/button'
import { Empty } from '#ui/empty'
import { ErrorSummary } from '#ui/error-summary'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatInstant } from '#ui/format'
import { WorkroomPage } from '#ui/workroom-page'
import { mayRemovePicture } from '../access.ts'
import { type QuestionPicture, readQuestionPictures } from '../read-question-pictures.ts'
import { removePicture } from '../remove-picture.ts'
import { refusalWords } from '../words.ts'

const act = 'remove'

export async function loader({ context, request }: LoaderFunctionArgs) {
  const visit = signedInVisit(context, request)
  if (!mayRemovePicture(visit.actor)) refuse({ refused: 'forbidden' })
  return { frame: workroomFrame(visit, request), pictures: await readQuestionPictures() }
}

export async function action({ context, request }: ActionFunctionArgs) {
  const { actor, now } = signedInVisit(context, request)
  if (!mayRemovePicture(actor)) refuse({ refused: 'forbidden' })
  const form = await readForm(request)
  const [picture, why] = [form.text('picture'), form.text('why')]
  const result = await removePicture(actor, { pictureId: picture, why }, now)
  if (result.granted) throw redirect('/arbete/bilder')
  const { refusal } = result
  if (refusal.refused === 'forbidden' || refusal.refused === 'not-found') refuse(refusal)
  return data({ problems: problemTexts(refusal, refusalWords), scope: form.text('scope'), picture, why }, { status: statusOf(refusal) })
}

export default function QuestionPictures() {
  const { frame, pictures } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  return (
    <WorkroomPage
      frame={frame}
      title="Bilder i frågor"
      lead="Här finns alla bilder som är uppladdade till bildval. Den som har en bilds adress kan se bilden, också innan frågan är öppen."
    >
      <title>Bilder i frågor</title>
      <ErrorSummary problems={answer?.problems ?? []} scope={answer?.scope} />
      {pictures.length === 0 ? (
        <Empty title="Ingen bild än">
          <p>När du gör en fråga där man väljer mellan bilder laddar du upp dem där. Sedan syns de här.</p>
        </Empty>
      ) : (
        <ul className="rows">
          {pictures.map((picture) => (
            <li key={picture.id}>
              <Picture picture={picture} />
              {picture.uses.some(({ isOpened }) => isOpened) ? (
                <p className="soft">Bilden finns i en enkät som har öppnats och kan inte raderas.</p>
              ) : (
                <Removal picture={picture} answer={answer?.picture === picture.id ? answer : undefined} />
              )}
            </li>
          ))}
        </ul>
      )}
      <p>
        <a href="/arbete/dialoger">Till dialogerna</a>
      </p>
    </WorkroomPage>
  )
}

function Picture({ picture: { address, alt, width, height, uploadedBy, uploadedAt, uses } }: { picture: QuestionPicture }) {
  return (
    <>
      <img className="choice-picture" src={address} alt={alt} width={width} height={height} />
      <p>
        <strong>{alt}</strong>{' '}
        <span className="soft">
          {uploadedBy}, {formatInstant(uploadedAt)}
        </span>
      </p>
      {uses.length === 0 ? (
        <p>Används inte i någon fråga.</p>
      ) : (
        <ul>
          {uses.map(({ slug, title, key, wording, isOpened }) => (
            <li key={`${slug} ${key}`}>
              <a href={`/arbete/dialoger/${slug}`}>{title}</a>: {wording} <span className="soft">{isOpened ? 'öppnad' : 'utkast'}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}

type Answer = { readonly problems: readonly { readonly field: string; readonly text: string }[]; readonly why: string }

function Removal({ picture, answer }: { picture: QuestionPicture; answer: Answer | undefined }) {
  return (
    <details open={answer !== undefined || undefined}>
      <summary>Radera bilden</summary>
      <Form act={act} hidden={{ picture: picture.id }}>
        <p>
          Bilden försvinner härifrån och kan inte hämtas tillbaka. Den som redan har sett den kan ha den kvar i sin webbläsare. Att den har funnits, och varför den raderades, står
          kvar bland händelserna.
          {picture.uses.length > 0 && ' Utkastet som har bilden kan inte öppnas förrän frågan har fått en ny.'}
        </p>
        <TextField name="why" label="Varför" value={answer?.why} error={answer?.problems.find(({ field }) => field === 'why')?.text} />
        <Button grave>{`Radera bilden ”${picture.alt}”`}</Button>
      </Form>
    </details>
  )
}

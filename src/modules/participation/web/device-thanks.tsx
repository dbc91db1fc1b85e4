import { Button, ButtonLink } from '#ui/button'
import { Form } from '#ui/form'
import { type Frame, PublicPage } from '#ui/page'
import { ReceiptCode } from '#ui/receipt-code'
import { deviceWords } from '../device-words.ts'
import { words } from '../words.ts'

type Wishes = { readonly frame: Frame; readonly code: string; readonly submissionKey: string; readonly start: string; readonly returns: boolean }

/** The receipt, and the way on for the next person. A kiosk goes back by itself after a minute, unless somebody says that they are still reading (WCAG 2.2.1). */
export function DeviceThanks({ frame, code, submissionKey, start, returns }: Wishes) {
  const word = deviceWords(frame.language)
  const { thanks } = words(frame.language)
  return (
    <PublicPage frame={frame} title={thanks}>
      <title>{`${thanks} – ${frame.municipality}`}</title>
      {returns && <meta httpEquiv="refresh" content={`60;url=${start}`} />}
      <ReceiptCode code={code} language={frame.language} />
      <p>{word.code}</p>
      <ButtonLink href={start}>{word.next}</ButtonLink>
      {returns && (
        <Form action={start} hidden={{ submissionKey }}>
          <p>{word.returns}</p>
          <Button quiet name="act" value="stay">
            {word.stay}
          </Button>
        </Form>
      )}
    </PublicPage>
  )
}

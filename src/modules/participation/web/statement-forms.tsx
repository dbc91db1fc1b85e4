import { Button } from '#ui/button'
import { TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatNumber } from '#ui/format'
import { Quote } from '#ui/quote'
import { mostOfTranslation } from '../schema.ts'

const most = formatNumber(mostOfTranslation)
export const translationTooLong = `Texten är för lång: högst ${most} tecken, med det som står i stället för namn och nummer. Korta den`

type Problems = readonly { readonly field: string; readonly text: string }[]

/** What a text in another language says in Swedish. */
export function TranslationForm({ problems, value }: { problems: Problems; value: string | undefined }) {
  return (
    <Form act="translate">
      <TextArea
        name="text"
        label="Översättning"
        hint={`Skriv vad texten säger, utan namn och nummer. Det den säger på sitt eget språk står kvar bredvid. Högst ${most} tecken.`}
        rows={3}
        maxLength={mostOfTranslation}
        value={value}
        error={problems.find(({ field }) => field === 'text')?.text}
      />
      <Button>Spara översättningen</Button>
    </Form>
  )
}

/** Gives what was masked to whoever says why they must read it. */
export function OriginalForm({ problems, reason, original }: { problems: Problems; reason: string | undefined; original: string | undefined }) {
  return (
    <section id="original">
      <h2>Texten som den skrevs</h2>
      {original === undefined ? (
        <Form act="original">
          <p>Ord är dolda. Behöver du läsa dem skrivs det upp: vem, när och varför. Den som granskar läsningarna ser det.</p>
          <TextField
            name="reason"
            label="Varför du behöver läsa dem"
            hint="Till exempel: den som skrev har bett om rättelse."
            maxLength={500}
            value={reason}
            error={problems.find(({ field }) => field === 'reason')?.text}
          />
          <Button quiet>Läs texten som den skrevs</Button>
        </Form>
      ) : (
        <>
          <p>Att du läste den är uppskrivet.</p>
          <Quote text={original} />
        </>
      )}
    </section>
  )
}

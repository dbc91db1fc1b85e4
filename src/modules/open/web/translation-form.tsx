import { languages, type OtherTongue } from '#kernel/languages'
import type { TranslationReading } from '#translations'
import { Button } from '#ui/button'
import { CheckField, TextArea } from '#ui/field'
import { Form } from '#ui/form'
import { formatInstant } from '#ui/format'
import { Tag } from '#ui/tag'
import { fieldWords, kindWords } from '../translation-words.ts'

type Kept = { readonly kept: Record<string, string>; readonly problems: readonly { readonly field: string; readonly text: string }[] }
type Wishes = { readonly row: TranslationReading; readonly language: OtherTongue; readonly kind: string | undefined; readonly kept: Kept | undefined }

/** One text: the Swedish, what has been written of it, and the form for writing it. */
export function TranslationForm({ row, language, kind, kept }: Wishes) {
  const { translation, state, place, text, given } = row
  const name = place.split(':').at(-1) ?? ''
  const field = name.startsWith('choice-') ? 'Svarsval' : (fieldWords[name] ?? 'Text')
  const own = translation ? undefined : given?.[language]
  return (
    <>
      <p className="small soft">
        {kindWords[row.kind as keyof typeof kindWords]} · {row.what} · {field} {state === 'stale' && <Tag>Svenskan har ändrats</Tag>}
      </p>
      <p className="written">{text}</p>
      {state === 'stale' && translation && (
        <p className="small">
          Översättningen gjordes av: <q>{translation.original}</q>
        </p>
      )}
      {translation && (
        <p className="small soft">
          {translation.by}, {formatInstant(translation.writtenAt)}
          {translation.madeBy === 'machine' && ', gjord av en maskin'}
        </p>
      )}
      {own && <p className="small soft">Skriven i dialogen. Det du skriver här går före.</p>}
      <Form act="translate" hidden={{ place, language, original: text, ...(kind ? { kind } : {}) }}>
        <TextArea
          name="text"
          label={`${field} på ${languages[language].swedish}`}
          rows={text.length > 200 ? 6 : 2}
          value={kept?.kept.text ?? translation?.text ?? own ?? undefined}
          error={kept?.problems.find((problem) => problem.field === 'text')?.text}
        />
        <CheckField name="madeBy" value="machine" label="En maskin har gjort översättningen. Det sägs då på sidan" checked={kept?.kept.madeBy === 'machine'} />
        <Button quiet small>
          Spara översättningen
        </Button>
      </Form>
    </>
  )
}

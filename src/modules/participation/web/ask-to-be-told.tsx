import { Button } from '#ui/button'
import type { Language } from '#ui/catalogue'
import { CheckboxGroup, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { noticeWords } from '../notice-words.ts'

// As in rules/what-has-come.ts, which the browser has no use for.
const tellings = ['read', 'decided'] as const
type Wishes = {
  readonly slug: string
  readonly language: Language
  readonly mailLeaves: boolean
  readonly kept?: { readonly email: string; readonly tellings: readonly string[] } | undefined
  readonly problem?: { readonly field: string; readonly text: string } | undefined
}

/** Where an address is left, by whoever wishes to be told. */
export function AskToBeTold({ slug, language, mailLeaves, kept, problem }: Wishes) {
  const word = noticeWords(language)
  const errorOf = (field: string) => (problem?.field === field ? problem.text : undefined)
  if (!mailLeaves) return <p>{word['no-mail']}</p>
  return (
    <>
      <p>{word.apart}</p>
      <p>{word.howLong}</p>
      <Form action={`/delta/${slug}/besked`}>
        <TextField name="email" type="email" label={word.email} value={kept?.email} error={errorOf('email')} autoComplete="email" maxLength={200} />
        <CheckboxGroup
          name="tellings"
          label={word.when}
          error={errorOf('tellings')}
          values={kept?.tellings ?? [...tellings]}
          choices={tellings.map((telling) => ({ value: telling, label: word.tellings[telling] }))}
        />
        <Button quiet>{word.ask}</Button>
      </Form>
    </>
  )
}

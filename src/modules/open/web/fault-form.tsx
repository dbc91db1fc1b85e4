import { Button } from '#ui/button'
import { TextArea, TextField } from '#ui/field'
import { Form } from '#ui/form'
import { Notice } from '#ui/notice'
import type { Frame } from '#ui/page'
import { accessibilityWords } from './accessibility-words.ts'

type Wishes = {
  readonly frame: Frame
  readonly contact: string | undefined
  readonly mailLeaves: boolean
  /** How one gets help otherwise, in the municipality's own words. */
  readonly otherWay: string | null | undefined
  readonly newKey: string
  readonly problems: readonly { readonly field: string; readonly text: string }[]
  readonly kept: { readonly what: string; readonly page: string; readonly email: string; readonly submissionKey: string } | undefined
}

/** Tells the municipality of what can't be used; where nobody would get it there is no form, but who else to turn to. */
export function FaultForm({ frame, contact, mailLeaves, otherWay, newKey, problems, kept }: Wishes) {
  const word = accessibilityWords(frame.language)
  const field = (name: 'what' | 'page' | 'email') => ({ name, value: kept?.[name], error: problems.find((problem) => problem.field === name)?.text })
  const letter = contact && (
    <p>
      {word.orWrite} <a href={`mailto:${contact}`}>{contact}</a>.
    </p>
  )
  const other = otherWay && (
    <p>
      {word.otherWay} <span lang="sv">{otherWay}</span>
    </p>
  )
  if (!contact || !mailLeaves)
    return (
      <>
        <Notice kind="warn">
          <p>
            {contact ? (
              word.noMail
            ) : (
              <>
                <strong>{word.noContact}.</strong> {word.noContactText(frame.municipality)}
              </>
            )}
          </p>
        </Notice>
        {letter}
        {other}
        {kept && <blockquote dir="auto">{kept.what}</blockquote>}
      </>
    )
  return (
    <>
      <p>{word.reportText}</p>
      <Form hidden={{ submissionKey: kept?.submissionKey || newKey }}>
        <TextArea {...field('what')} label={word.whatField} hint={word.whatHint} rows={6} />
        <TextField {...field('page')} label={word.pageField} hint={word.pageHint} />
        <TextField {...field('email')} type="email" label={word.emailField} hint={word.emailHint} autoComplete="email" />
        <Button>{word.send}</Button>
      </Form>
      {letter}
      {other}
    </>
  )
}

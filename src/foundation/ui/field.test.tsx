import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { ErrorSummary } from './error-summary.tsx'
import { CheckboxGroup, CheckField, DayField, LinesField, RadioGroup, SelectField, TextArea, TextField } from './field.tsx'
import { Form, scopeOf } from './form.tsx'

const places = [
  { value: 'a', label: 'Ånge' },
  { value: 'b', label: 'Fränsta', hint: 'Med omnejd.' },
]

test('label, hint and error stand above the field, in that order, and are tied to it', () => {
  const html = renderToStaticMarkup(<TextField name="title" label="Vad det gäller" hint="Kort." error="Skriv vad det gäller" value="Vis" />)
  const order = ['<label for="title">', 'id="title-hint"', 'id="title-error"', '<input'].map((part) => html.indexOf(part))
  expect(order).toEqual([...order].sort((one, other) => one - other))
  expect(order).not.toContain(-1)
  expect(html).toContain('aria-describedby="title-hint title-error"')
  expect(html).toContain('aria-invalid="true"')
  expect(html).toContain('value="Vis"')
})

test('a field without faults says nothing of them', () => {
  const html = renderToStaticMarkup(<TextField name="title" label="Titel" />)
  expect(html).not.toContain('aria-invalid')
  expect(html).not.toContain('aria-describedby')
})

test('what was written is kept, in every kind of field', () => {
  expect(renderToStaticMarkup(<TextArea name="t" label="T" value={'<b>hej</b>'} />)).toContain('>&lt;b&gt;hej&lt;/b&gt;</textarea>')
  expect(renderToStaticMarkup(<DayField name="t" label="T" value="2021-06-14" />)).toContain('value="2021-06-14"')
  expect(renderToStaticMarkup(<SelectField name="t" label="T" choices={places} value="b" />)).toContain('<option value="b" selected="">')
  expect(renderToStaticMarkup(<RadioGroup name="t" label="T" choices={places} value="b" />)).toMatch(/<input[^>]*checked=""[^>]*value="b"|<input[^>]*value="b"[^>]*checked=""/)
  expect(renderToStaticMarkup(<CheckboxGroup name="t" label="T" choices={places} values={['a', 'b']} />).match(/checked=""/g)).toHaveLength(2)
  expect(renderToStaticMarkup(<CheckField name="t" label="T" checked />)).toContain('checked=""')
  expect(renderToStaticMarkup(<LinesField name="t" label="T" values={['ett', 'två', 'tre', 'fyra']} rows={3} line={(row) => `Rad ${row}`} />).match(/<input/g)).toHaveLength(4)
})

test('a group is a fieldset with its question as legend, and the error link leads to its first choice', () => {
  const html = renderToStaticMarkup(<RadioGroup name="place" label="Var bor du?" choices={places} error="Välj var du bor" />)
  expect(html).toMatch(/^<fieldset[^>]*aria-describedby="place-error"[^>]*><legend>Var bor du\?<\/legend>/)
  expect(html).toContain('<input id="place" type="radio"')
  expect(html).toContain('<label for="place-1">Fränsta</label>')
  expect(html).toContain('aria-describedby="place-1-hint"')
})

test('lines of one question share its name, and each has a name of its own for who can not see', () => {
  const html = renderToStaticMarkup(<LinesField name="ideas" label="Vad saknas?" line={(row) => `Sak ${row}`} />)
  expect(html.match(/name="ideas"/g)).toHaveLength(3)
  expect(html).toContain('aria-label="Sak 2"')
})

test('writing from the right is written from the right', () => {
  expect(renderToStaticMarkup(<TextArea name="t" label="T" />)).toContain('dir="auto"')
})

test('two forms on one page share no id', () => {
  const html = renderToStaticMarkup(
    ['1', '2'].map((id) => (
      <Form key={id} act="move" hidden={{ stepId: id }}>
        <TextField name="reason" label="Skälet" />
        <RadioGroup name="place" label="Var?" choices={places} />
      </Form>
    )),
  )
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
  expect(new Set(ids).size).toBe(ids.length)
  expect(html).toContain(`id="${scopeOf('move', { stepId: '2' })}reason"`)
})

test('a form is a plain post that the server checks, with its act in a hidden field', () => {
  const html = renderToStaticMarkup(
    <Form act="move" hidden={{ stepId: '7' }}>
      {null}
    </Form>,
  )
  expect(html).toContain('method="post"')
  expect(html).toContain('noValidate=""')
  expect(html).toContain('<input type="hidden" name="act" value="move"/>')
  expect(html).toContain('<input type="hidden" name="stepId" value="7"/>')
})

test('the error summary takes the focus and leads to each field', () => {
  const html = renderToStaticMarkup(
    <ErrorSummary
      scope="move-7-"
      problems={[
        { field: 'reason', text: 'Skriv skälet' },
        { field: '', text: 'Steget är redan avslutat' },
      ]}
    />,
  )
  expect(html).toContain('autofocus=""')
  expect(html).toContain('tabindex="-1"')
  expect(html).toContain('<a href="#move-7-reason">Skriv skälet</a>')
  expect(html).toContain('<li>Steget är redan avslutat</li>')
  expect(renderToStaticMarkup(<ErrorSummary problems={[]} />)).toBe('')
})

test('inside the refused form the summary knows the way by itself', () => {
  const html = renderToStaticMarkup(
    <Form act="move" hidden={{ stepId: '7' }}>
      <ErrorSummary problems={[{ field: 'reason', text: 'Skriv skälet' }]} />
    </Form>,
  )
  expect(html).toContain('<a href="#move-7-reason">')
})

import type { SentForm } from '#http/read-form'

/** What a form about a finding asks for. What can't be chosen is refused by the act. */
export function wishIn(form: SentForm) {
  const text = (name: string) => form.text(name)
  return {
    ...{ processId: text('processId'), findingId: text('findingId'), revision: text('revision') || '0', question: text('question') as 'trust' },
    ...{ claim: text('claim'), whoDisagrees: text('whoDisagrees'), notKnown: text('notKnown') },
    ...chosenIn(form),
  }
}

export function chosenIn(form: SentForm) {
  return { figures: form.all('figures'), statementIds: form.all('statementIds'), sourceIds: form.all('sourceIds') }
}

/** What is wrong with a field; of a list, with any in it. */
export function problemIn(problems: readonly { readonly field: string; readonly text: string }[]) {
  return (name: string) => problems.find(({ field }) => field === name || field.startsWith(`${name}.`))?.text
}

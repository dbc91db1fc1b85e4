import { Button } from '#ui/button'
import { Form } from '#ui/form'
import { CourseState } from '#ui/status'
import { Table } from '#ui/table'
import type { DialogueKind } from '../rules/dialogue-kind.ts'
import type { Missing } from '../rules/opening-gate.ts'
import { gateWords } from '../words.ts'

type Wishes = {
  readonly kind: DialogueKind
  readonly missing: readonly Missing[]
  readonly isSwedishOnly: boolean
  readonly mayOpen: boolean
  readonly hrefOf: (missing: Missing) => string
}

/** What must be there before a dialogue opens, what of it is missing with the way to where it is mended, and the button. */
export function OpeningGate({ kind, missing, isSwedishOnly, mayOpen, hrefOf }: Wishes) {
  const notHere: readonly Missing[] = kind === 'opinion' ? ['questions', 'choices', 'conditions'] : ['statements']
  const all = (Object.entries(gateWords) as [Missing, readonly [string, string]][]).filter(([key]) => !notHere.includes(key))
  return (
    <section>
      <h2>Innan dialogen öppnas</h2>
      <Table
        cards
        caption="Det här ska finnas"
        columns={[{ title: 'Vad' }, { title: 'Läge' }]}
        rows={all.map(([key, [what, mend]]) => [
          what,
          missing.includes(key) ? (
            <div key="m">
              <CourseState standing="planned">Saknas</CourseState>
              <br />
              {mayOpen ? <a href={hrefOf(key)}>{mend}</a> : mend}
            </div>
          ) : key === 'english' && isSwedishOnly ? (
            <CourseState key="s" standing="left-out">
              Bara på svenska
            </CourseState>
          ) : (
            <CourseState key="d" standing="done">
              Finns
            </CourseState>
          ),
        ])}
      />
      {mayOpen && (
        <Form act="open">
          {kind !== 'opinion' && <p>När dialogen är öppnad kan frågorna inte ändras: den som svarar sist ska ha fått samma frågor som den som svarade först.</p>}
          <Button>Öppna dialogen</Button>
        </Form>
      )}
    </section>
  )
}

import { Button } from '#ui/button'
import { Form } from '#ui/form'
import { Status } from '#ui/status'
import { Table } from '#ui/table'
import type { Missing } from '../rules/opening-gate.ts'
import { gateWords } from '../words.ts'

/** What must be there before a dialogue opens, what of it is missing and what to do, and the button. */
export function OpeningGate({ missing, mayOpen }: { missing: readonly Missing[]; mayOpen: boolean }) {
  return (
    <section>
      <h2>Innan dialogen öppnas</h2>
      <Table
        cards
        caption="Det här ska finnas"
        columns={[{ title: 'Vad' }, { title: 'Hur det står till' }]}
        rows={Object.entries(gateWords).map(([key, [what, mend]]) => [what, missing.includes(key as Missing) ? mend : <Status key="s" verdict="met" />])}
      />
      {mayOpen && (
        <Form act="open">
          <p>När dialogen är öppnad kan frågorna inte ändras: den som svarar sist ska ha fått samma frågor som den som svarade först.</p>
          <Button>Öppna dialogen</Button>
        </Form>
      )}
    </section>
  )
}

import { dayOf } from '#http/clock'
import { Button } from '#ui/button'
import { TextField } from '#ui/field'
import { Form } from '#ui/form'
import { formatDay } from '#ui/format'
import { Notice } from '#ui/notice'
import type { PreviewReading } from '../read-previews.ts'

type Wishes = {
  /** Of the installation, as it is met from outside. */
  readonly address: string
  readonly previews: readonly PreviewReading[]
  readonly shared: { readonly token: string; readonly expiresOn: string } | undefined
  readonly problems: readonly { readonly field: string; readonly text: string }[]
  readonly days: string | undefined
}

/** Lets somebody outside see the draft, by a link that ends. The link is told once: we keep only its mark. */
export function SharePreview({ address, previews, shared, problems, days }: Wishes) {
  return (
    <section id="dela">
      <h2>Visa för någon utanför</h2>
      {shared && (
        <Notice kind="good" title="Kopiera länken nu">
          <p className="written">{`${address}/delta/forhandsvisning/${shared.token}`}</p>
          <p>Vi kan inte visa den igen. Den gäller till och med {formatDay(shared.expiresOn)}.</p>
        </Notice>
      )}
      <Form act="share">
        <p>Den som har länken kan läsa och prova utkastet utan att logga in. Inget sparas.</p>
        <TextField
          name="days"
          label="Så många dagar"
          hint="Från 1 till 30."
          value={days ?? '7'}
          inputMode="numeric"
          short
          error={problems.find(({ field }) => field === 'days')?.text}
        />
        <Button quiet>Gör en länk</Button>
      </Form>
      {previews.length > 0 && (
        <ul className="rows">
          {previews.map(({ tokenHash, sharedAt, expiresOn }) => (
            <li key={tokenHash}>
              <p>
                Gjord {formatDay(dayOf(sharedAt))}, gäller till och med {formatDay(expiresOn)}
              </p>
              <Form act="revoke" hidden={{ tokenHash }}>
                <Button quiet small>
                  Ta tillbaka länken
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

import type { ReactNode } from 'react'

type Wishes = {
  /** Where the form is sent with its answer, and where our script first asks what to answer. */
  readonly action: string
  readonly question: string
  readonly hidden?: Record<string, string>
  /** What stands here when the script does not run, or the browser has no passkeys. */
  readonly without: ReactNode
  readonly nonce: string
  readonly children: ReactNode
}

/**
 * A form that is answered with a passkey. Only script reaches those, so it is our script that shows the form; before that, and without it, stands what works instead.
 * The nonce lets this one file run, on the pages where it is.
 */
export function PasskeyForm({ action, question, hidden = {}, without, nonce, children }: Wishes) {
  return (
    <div>
      <p data-without-passkey>{without}</p>
      <form
        method="post"
        action={action}
        noValidate
        hidden
        data-passkey={question}
        data-cancelled="Det avbröts, eller så finns det ingen passnyckel att välja. Du kan försöka igen."
        data-known="Den enheten har redan en passnyckel här."
      >
        {children}
        {Object.entries({ ...hidden, svar: '' }).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <p role="status" />
      </form>
      <script src="/passnyckel.js" nonce={nonce} defer />
    </div>
  )
}

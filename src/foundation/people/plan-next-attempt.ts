export type MailFault = {
  readonly code?: string | undefined
  readonly responseCode?: number | undefined
  /** What the server said, as it said it. */
  readonly response?: string | undefined
  /** The recipients whom the server would not have. */
  readonly rejected?: readonly string[] | undefined
}

const minute = 60_000
// Two days in all: a mail server that is down over a weekend's night is waited for.
const waits = [1, 5, 15, 60, 240, 720, 1440].map((minutes) => minutes * minute)

/**
 * When a mail that could not be sent is tried again, in milliseconds; nothing when it is given up. A server that refuses the recipient or the
 * letter itself (5xx) has said its last word; everything else may pass: no answer, try later (4xx), wrong password.
 *
 * @example
 * planNextAttempt({ code: 'EENVELOPE', responseCode: 550 }, 1) // => undefined
 * planNextAttempt({ code: 'ECONNECTION' }, 1) // => 60000
 */
export function planNextAttempt({ code, responseCode }: MailFault, attempts: number): number | undefined {
  const isFinal = responseCode !== undefined && responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE')
  return isFinal ? undefined : waits[attempts - 1]
}

/**
 * Whether a server refused just the recipient, for good. That it refused us (the sender, the password, the letter, that we ask it at all: 530 and 5.7) is
 * no fault of theirs.
 *
 * @example
 * isRefusal({ code: 'EENVELOPE', responseCode: 550, response: '550 No such user', rejected: ['bo@kommunen.example'] }) // => true
 * isRefusal({ code: 'EENVELOPE', responseCode: 554, response: '554 5.7.1 Relay access denied', rejected: ['bo@kommunen.example'] }) // => false
 * isRefusal({ code: 'EAUTH', responseCode: 535 }) // => false
 */
export function isRefusal({ code, responseCode = 0, response = '', rejected = [] }: MailFault): boolean {
  return code === 'EENVELOPE' && responseCode >= 550 && rejected.length > 0 && !/^\d{3}[ -]5\.7\./.test(response)
}

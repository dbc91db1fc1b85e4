export type MailFault = { readonly code?: string | undefined; readonly responseCode?: number | undefined }

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

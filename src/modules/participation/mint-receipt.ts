import { createHmac } from 'node:crypto'
import { installationKey } from '#http/secret'
import { receiptCode } from './rules/receipt-code.ts'

export type MintedReceipt = { readonly code: string; readonly receiptHash: string; readonly submissionHash: string }

/**
 * The receipt of one sent form: always the same for the same form, so that a double send gives the same code, and known to
 * nobody who hasn't the form's key. Only keyed hashes of the code and of the key are stored.
 */
export function mintReceipt(dialogueId: string, submissionKey: string): MintedReceipt {
  const code = receiptCode(keyed('receipt', `${dialogueId} ${submissionKey}`).subarray(0, 10))
  return { code, receiptHash: hashReceipt(code), submissionHash: keyed('submission', `${dialogueId} ${submissionKey}`).toString('base64url') }
}

/** What is stored of a receipt code. */
export function hashReceipt(code: string): string {
  return keyed('stored receipt', code).toString('base64url')
}

/** Whether it can be the one-time key of a form: 128 bits or more, and not blank. */
export function isSubmissionKey(key: string): boolean {
  return /^[\w-]{22,64}$/.test(key)
}

function keyed(purpose: string, text: string): Buffer {
  return createHmac('sha256', installationKey()).update(`${purpose}: ${text}`).digest()
}

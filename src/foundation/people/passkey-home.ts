import { isIP } from 'node:net'

/**
 * What a passkey is bound to: the installation's own address. Nothing when that is a number, for browsers keep passkeys only for names.
 *
 * @example passkeyHome('https://samsyn.kommunen.se') // => { origin: 'https://samsyn.kommunen.se', name: 'samsyn.kommunen.se' }
 */
export function passkeyHome(address: string): { origin: string; name: string } | undefined {
  const { origin, hostname } = new URL(address)
  return isIP(hostname.replace(/^\[|\]$/g, '')) ? undefined : { origin, name: hostname }
}

/** The signatures that passkeys are asked for: Ed25519, ECDSA on P-256, RSA. Those that every browser and phone of today can make. */
export const passkeyAlgorithms = [-8, -7, -257]

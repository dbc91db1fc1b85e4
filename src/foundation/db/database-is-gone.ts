// PostgreSQL: connection exceptions, shutting down, starting, too many connections.
const goneStates = /^(08\d{3}|57P0[1-5]|53300)$/
const goneCodes = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN'])
const goneWords = /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/

/** Whether a fault is that the database can't be reached just now, and nothing that the program did. */
export function databaseIsGone(fault: unknown): boolean {
  if (!(fault instanceof Error)) return false
  const code = 'code' in fault ? String(fault.code) : ''
  const isNetwork = goneCodes.has(code) && 'syscall' in fault && ['connect', 'read', 'write', 'getaddrinfo'].includes(String(fault.syscall))
  return goneStates.test(code) || isNetwork || goneWords.test(fault.message) || databaseIsGone(fault.cause)
}

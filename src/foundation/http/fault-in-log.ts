/**
 * A fault as the log may hold it: what it says and where it happened, without the values that a failed statement was sent with. Those are people's words,
 * and what was refused leaves no trace.
 *
 * @example
 * faultInLog(new Error('Failed query: insert into t\nparams: Hej')) // => 'Error: Failed query: insert into t\n    at …'
 */
export function faultInLog(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault).slice(0, longest)
  const said = `${fault.name}: ${fault.message.split('\nparams:')[0] ?? ''}`.slice(0, longest)
  const because = fault.cause instanceof Error && 'code' in fault.cause ? ` (${String(fault.cause.code)})` : ''
  const where = (fault.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return [said + because, ...where].join('\n')
}

const longest = 2000

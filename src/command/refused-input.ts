/** Input that a command can't use. The message is a whole sentence in Swedish with the file, and the line and column where there is one. */
export class RefusedInput extends Error {
  constructor(message: string) {
    super(message)
    this.name = 'RefusedInput'
  }
}

/** Runs a command on files: what is refused is said in one sentence and ends with 2, without a stack. */
export async function answering(work: () => Promise<number> | number): Promise<number> {
  try {
    return await work()
  } catch (fault) {
    const said = sentenceOf(fault)
    if (said === undefined) throw fault
    process.stderr.write(`${said}\n`)
    return 2
  }
}

function sentenceOf(fault: unknown): string | undefined {
  if (fault instanceof RefusedInput) return fault.message
  if (!(fault instanceof Error) || !('code' in fault)) return undefined
  const path = 'path' in fault ? String(fault.path) : 'filen'
  if (fault.code === 'ENOENT') return `${path} finns inte.`
  if (fault.code === 'EISDIR') return `${path} är en mapp, inte en fil.`
  if (fault.code === 'EACCES') return `${path} får inte läsas.`
  if (fault.code === 'ENOSPC') return 'Disken är full. Inget är sparat.'
  const option = /'(-[\w-]+)/.exec(fault.message)?.[1] ?? ''
  if (fault.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Valet ${option} finns inte. Kommandot med --help visar vad som går att skriva.`
  if (fault.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE')
    return `Valet ${option} saknar värde, eller har ett som inte går att läsa. Kommandot med --help visar vad som går att skriva.`
  if (fault.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return 'Ett ord är för mycket. Kommandot med --help visar vad som går att skriva.'
  return undefined
}

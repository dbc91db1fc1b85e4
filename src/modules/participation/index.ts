/** Owns the voices: what was asked, of whom, what they answered, and who may read it. */
export async function sealAnswers(_: unknown): Promise<void> {}

/** Does a long work part after part, and answers with what it comes to. Others are served before each part. */
export async function workInTurns<What>(work: Iterator<unknown, What>): Promise<What> {
  for (;;) {
    await new Promise((done) => setImmediate(done))
    const part = work.next()
    if (part.done) return part.value
  }
}

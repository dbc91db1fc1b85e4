const texts = new WeakMap<Response, string>()

/** An answer whose text is known whole: whoever sends it on needs no stream to read it. */
export function wholePage(text: string, init: ResponseInit): Response {
  const response = new Response(text, init)
  texts.set(response, text)
  return response
}

/** The text of an answer; of a whole page at once. */
export async function textOf(response: Response): Promise<string> {
  return texts.get(response) ?? response.clone().text()
}

/** How a voice in another language is quoted: as it was written, and in Swedish beside it where somebody here has translated it. Who did is not said outside. */
export function inTwo({ language, translation }: { readonly language: string | undefined; readonly translation: { readonly text: string } | undefined }, by: string) {
  return { lang: language ?? 'sv', translation: translation && { text: translation.text, by } }
}

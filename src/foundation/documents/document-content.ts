/** What a frozen document says: words in blocks that any format can show, and the data that machines read. */
export type DocumentContent = {
  readonly title: string
  readonly subtitle?: string
  readonly blocks: readonly Block[]
  readonly data?: unknown
}

export type Block =
  | { readonly heading: string }
  | { readonly text: string }
  | { readonly list: readonly string[] }
  | { readonly facts: readonly (readonly [label: string, value: string])[] }
  | { readonly table: { readonly caption: string; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] } }

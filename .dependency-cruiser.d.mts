declare const rules: { readonly forbidden: readonly { readonly name: string; readonly comment: string }[]; readonly options: Record<string, unknown> }
export default rules

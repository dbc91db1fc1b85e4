export type PrivatePostgres = { readonly address: string; end(signal: 'SIGINT' | 'SIGQUIT'): Promise<void>; start(): Promise<void>; stop(): Promise<void> }
export function startPostgres(wishes?: { durable?: boolean }): Promise<PrivatePostgres>
export function hasPostgres(): boolean
export function ownerOfPostgres(): { uid: number; gid: number }

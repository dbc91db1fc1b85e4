import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { roles } from '#kernel/actor'

/** Somebody else who says who a person is: the staff directory, or a broker of e-identification. */
export type Provider = z.output<typeof provider>

const rule = z.object({
  /** What the claim says, letter for letter. */
  value: z.string().min(1),
  role: z.enum(roles, { error: (issue) => `rollen ${JSON.stringify(issue.input)} finns inte. Välj bland ${roles.join(', ')}.` }),
  /** The short name of an organ, as it stands under Personer och uppdrag. */
  organ: z.string().regex(/^[a-z0-9-]{1,40}$/, 'organ är ett organs korta namn, med små bokstäver'),
})

const provider = z.object({
  key: z.string().regex(/^[a-z0-9-]{1,40}$/),
  name: z.string().min(1).max(80),
  /** A staff directory vouches for an e-mail address; an e-identification for a personal number. */
  kind: z.enum(['staff', 'e-identification']),
  issuer: z.url({ protocol: /^https?$/ }),
  clientId: z.string().min(1),
  clientSecret: z.string().min(1),
  /** The level of assurance asked for, where there are several. */
  acr: z.string().optional(),
  /** Assignments that follow what the directory says of a person, at each sign-in there. */
  roles: z
    .object({
      claim: z.string().min(1),
      /** What must be asked for to be told it. */
      scope: z
        .string()
        .regex(/^[!#-[\]-~]+$/)
        .optional(),
      given: z.array(rule).min(1),
      /** Whether somebody is let in by them who has not been invited. */
      letIn: z.boolean().default(false),
      /** For how many days they hold without a new sign-in there. */
      holdsDays: z.int().min(1).max(90).default(7),
    })
    .optional(),
})
const providers = z
  .array(provider.refine(({ kind, roles }) => kind === 'staff' || !roles, 'roles kan bara en tjänst av slaget staff ha'))
  .refine((all) => new Set(all.map(({ key }) => key)).size === all.length, 'två har samma key')

let known: readonly Provider[] = []

/** Reads the file that names the providers (`SAMSYN_SIGN_IN`), once at start. Throws, with the place in the file, when it can't be used. */
export function readProviders(file: string | undefined): void {
  known = file ? parse(file) : []
}

/** Those that may be signed in with here. Their secrets go no further than this room. */
export function listProviders(): readonly Pick<Provider, 'key' | 'name' | 'kind'>[] {
  return known.map(({ key, name, kind }) => ({ key, name, kind }))
}

export function findProvider(key: string): Provider | undefined {
  return known.find((each) => each.key === key)
}

/** For tests: providers without a file. */
export function useProviders(some: readonly Provider[]): void {
  known = some
}

function parse(file: string): readonly Provider[] {
  const read = providers.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (read.success) return read.data
  const [issue] = read.error.issues
  throw new Error(`${file}: ${issue?.path.join('.') || 'filen'}: ${issue?.message}`)
}

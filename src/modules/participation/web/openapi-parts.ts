/** What calls of the interface have alike. */
export const json = (schema: object) => ({ content: { 'application/json': { schema } } })
export const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })
/** What the server itself may answer to whatever is sent. */
export const sentProblems = {
  405: problem('Not by that method'),
  413: problem('More than 256 kB'),
  429: problem('More from one address than is taken in a minute: wait as retry-after says'),
  503: problem('Under maintenance, or without its database: wait as retry-after says'),
}
export const slug = { name: 'slug', in: 'path', required: true, schema: { type: 'string' }, description: 'The name of the dialogue in its address.' }
export const language = { name: 'language', in: 'query', required: false, schema: { type: 'string', enum: ['sv', 'en'] }, description: 'Language of texts and refusals.' }

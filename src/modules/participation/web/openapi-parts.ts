/** What calls of the interface have alike. */
export const json = (schema: object) => ({ content: { 'application/json': { schema } } })
export const problem = (description: string) => ({ description, content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } })
export const slug = { name: 'slug', in: 'path', required: true, schema: { type: 'string' }, description: 'The name of the dialogue in its address.' }
export const language = { name: 'language', in: 'query', required: false, schema: { type: 'string', enum: ['sv', 'en'] }, description: 'Language of texts and refusals.' }

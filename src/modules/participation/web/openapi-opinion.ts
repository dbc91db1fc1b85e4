import { json, language, problem, sentProblems, slug } from './openapi-parts.ts'

const key = {
  name: 'Idempotency-Key',
  in: 'header',
  required: false,
  schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{22,64}$' },
  description: 'For a first vote, which has no token: the same key is the same participant, however many times it is sent.',
}

/** The calls of a dialogue of statements. */
export const opinionPaths = {
  '/api/v1/dialogues/{slug}/statements': {
    get: {
      summary: 'The statements of a dialogue, to agree or disagree with',
      parameters: [slug, language],
      responses: {
        200: {
          description: 'The statements that can be voted on',
          ...json({ type: 'object', required: ['statements'], properties: { statements: { type: 'array', items: { $ref: '#/components/schemas/Statement' } } } }),
        },
        404: problem('No such dialogue of statements'),
      },
    },
  },
  '/api/v1/dialogues/{slug}/votes': {
    post: {
      summary: 'Takes one vote on one statement',
      description:
        'The first vote is sent without a token, makes the participant and answers with the token, in the body. Later votes carry it in the body. The last vote of a participant on a statement holds. Nothing of the participant is stored but a keyed hash of the token.',
      parameters: [slug, language, key],
      requestBody: { required: true, ...json({ $ref: '#/components/schemas/Vote' }) },
      responses: {
        200: { description: 'The participant had voted on the statement before; this vote holds', ...json({ $ref: '#/components/schemas/CastVote' }) },
        201: { description: 'The vote is stored', ...json({ $ref: '#/components/schemas/CastVote' }) },
        ...{
          400: problem('Not readable'),
          403: problem('The token was not made here for this dialogue'),
          404: problem('No such dialogue or statement'),
          409: problem('Not open, or the statement has been withdrawn'),
          415: problem('Not JSON'),
          422: problem('No vote'),
          ...sentProblems,
        },
      },
    },
  },
}

export const opinionSchemas = {
  Statement: {
    type: 'object',
    required: ['statement', 'text', 'language', 'origin', 'source'],
    properties: {
      statement: { type: 'integer', description: 'Its number in the dialogue.' },
      text: { type: 'string' },
      language: { enum: ['sv', 'en'] },
      origin: { enum: ['seed', 'quote', 'resident'] },
      source: { type: 'string' },
    },
  },
  Vote: {
    type: 'object',
    required: ['statement', 'vote'],
    additionalProperties: false,
    properties: { statement: { type: 'integer' }, vote: { enum: [-1, 0, 1], description: 'Agree 1, pass 0, disagree −1.' }, token: { type: ['string', 'null'] } },
  },
  CastVote: {
    type: 'object',
    required: ['token', 'statement', 'vote', 'answered', 'of', 'next'],
    properties: {
      token: { type: 'string' },
      statement: { type: 'integer' },
      vote: { enum: [-1, 0, 1] },
      answered: { type: 'integer' },
      of: { type: 'integer' },
      next: { anyOf: [{ $ref: '#/components/schemas/Statement' }, { type: 'null' }] },
    },
  },
}

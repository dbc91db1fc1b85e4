import { otherTongues } from '#kernel/languages'
import { questionKinds } from '../rules/question.ts'
import { opinionPaths, opinionSchemas } from './openapi-opinion.ts'
import { json, language, problem, sentProblems, slug } from './openapi-parts.ts'

const count = { type: ['integer', 'null'], description: 'null: too small to show.' }

/** The interface in OpenAPI 3.1. test/answers-api.test.ts holds it against what the server answers. */
export const apiDocument = {
  openapi: '3.1.0',
  info: { title: 'Samsyn', version: '1', description: 'Surveys, answers and figures of a municipality. The same rules hold as for the forms, for it is the same code.' },
  paths: {
    '/api/v1/dialogues': {
      get: {
        summary: 'Surveys that are open or have been',
        parameters: [language],
        responses: {
          200: {
            description: 'The surveys',
            ...json({ type: 'object', required: ['dialogues'], properties: { dialogues: { type: 'array', items: { $ref: '#/components/schemas/Dialogue' } } } }),
          },
        },
      },
    },
    '/api/v1/dialogues/{slug}': {
      get: {
        summary: 'One survey with its questions',
        parameters: [slug, language],
        responses: { 200: { description: 'The survey', ...json({ $ref: '#/components/schemas/Questionnaire' }) }, 404: problem('No such survey') },
      },
    },
    '/api/v1/dialogues/{slug}/answers': {
      post: {
        summary: 'Sends one answer',
        parameters: [
          slug,
          language,
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: false,
            schema: { type: 'string', pattern: '^[A-Za-z0-9_-]{22,64}$' },
            description: 'The same key is the same answer, however many times it is sent.',
          },
        ],
        requestBody: { required: true, ...json({ $ref: '#/components/schemas/Answer' }) },
        responses: {
          200: { description: 'The answer was stored before', ...json({ $ref: '#/components/schemas/Receipt' }) },
          201: { description: 'The answer is stored', ...json({ $ref: '#/components/schemas/Receipt' }) },
          ...{
            400: problem('Not readable'),
            403: problem('A code is needed, or can’t be used'),
            404: problem('No such survey'),
            409: problem('Not open, or its answer is there no longer'),
            415: problem('Not JSON'),
            422: problem('An answer can’t be taken'),
            ...sentProblems,
          },
        },
      },
    },
    '/api/v1/dialogues/{slug}/figures': {
      get: {
        summary: 'What was answered, without small numbers',
        parameters: [slug, language],
        responses: { 200: { description: 'The figures', ...json({ $ref: '#/components/schemas/Figures' }) }, 404: problem('Not shown') },
      },
    },
    ...opinionPaths,
  },
  components: {
    schemas: {
      Dialogue: {
        type: 'object',
        required: ['slug', 'title', 'state', 'opens', 'closes', 'timeZone', 'opensAt', 'closesAt'],
        properties: {
          slug: { type: 'string' },
          kind: { enum: ['survey', 'opinion'] },
          title: { type: 'string' },
          state: { enum: ['waiting', 'open', 'closed'] },
          opens: { type: 'string', description: 'Day and clock as planned, in timeZone.' },
          closes: { type: 'string', description: 'Day and clock as planned, also of one that was closed early. 24:00 is the end of the day.' },
          timeZone: { const: 'Europe/Stockholm' },
          opensAt: { type: 'string', format: 'date-time', description: 'When it opens or opened, with the offset in Sweden.' },
          closesAt: {
            type: 'string',
            format: 'date-time',
            description: 'When it closes or closed, with the offset in Sweden: of one that was closed early, when it was. Answers are taken before it.',
          },
        },
      },
      Questionnaire: {
        allOf: [
          { $ref: '#/components/schemas/Dialogue' },
          {
            type: 'object',
            required: ['information', 'promise', 'contact', 'version', 'questions'],
            properties: { questions: { type: 'array', items: { $ref: '#/components/schemas/Question' } } },
          },
        ],
      },
      Question: {
        type: 'object',
        required: ['key', 'kind', 'required', 'question'],
        properties: {
          key: { type: 'string' },
          kind: { enum: questionKinds },
          required: { type: 'boolean' },
          question: { type: 'string' },
          choices: { type: 'array' },
          squares: {
            type: 'array',
            description: 'Of a place that may be answered by a square of a map: key and label. The key holds side, east and north of its south-west corner in SWEREF 99 TM.',
          },
          rows: { type: 'array' },
          showIf: { type: ['object', 'null'] },
        },
      },
      Answer: {
        type: 'object',
        required: ['answers'],
        additionalProperties: false,
        properties: {
          answers: {
            type: 'object',
            description:
              'By the key of the question. Text for text, date, place, one and picture; an array for lines, several and ranking; a number for number and scale (or "vet-ej"); an object by row for matrix; {chosen, other} for words of one’s own beside a choice.',
          },
          code: { type: 'string' },
          language: { enum: ['sv', ...otherTongues], description: 'Language it was answered in.' },
        },
      },
      Receipt: {
        type: 'object',
        required: ['receipt', 'before', 'same'],
        properties: { receipt: { type: 'string' }, before: { type: 'boolean' }, same: { type: 'boolean' }, follow: { type: 'string' } },
      },
      ...opinionSchemas,
      Figures: { type: 'object', required: ['responses', 'countedAt', 'questions'], properties: { responses: count, countedAt: { type: 'string' }, questions: { type: 'array' } } },
      Problem: {
        type: 'object',
        required: ['type', 'title', 'status'],
        properties: {
          type: { type: 'string' },
          title: { type: 'string' },
          status: { type: 'integer' },
          errors: { type: 'array', items: { type: 'object', required: ['key', 'problem'] } },
        },
      },
    },
  },
}

import type { PersonalData } from './personal-data.ts'

/**
 * Addresses of pages: what begins with http://, https:// or www. They may lead to somebody, and are only `possible`.
 *
 * @example
 * findLinks('Se https://www.example.com/anna, där står det.').map(({ text }) => text) // => ['https://www.example.com/anna']
 */
export function findLinks(text: string): PersonalData[] {
  return Array.from(text.matchAll(likeLink), ({ 0: written, index }) => {
    const link = written.replace(/[.,;:!?)\]”"'’]+$/u, '')
    return { kind: 'link', certainty: 'possible', start: index, end: index + link.length, text: link }
  })
}

const likeLink = /(?<![\p{L}\p{N}@])(?:https?:\/\/|www\.)[^\s<>\u201C\u201D"]{3,2000}/giu

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { expect, test } from 'vitest'
import { ordinaryTerms } from '#kernel/terms'

// Sentences where the word is not the concept: the plan of the process is when its steps come.
const other = [/enligt planen/i, /^Planen var /, /according to the plan/i, /^The plan was /]

const words = [...new Set(Object.values(ordinaryTerms).flatMap(({ one, the, many, allThe, english, englishMany }) => [one, the, many, allThe, english, englishMany]))]
const ordinary = new RegExp(`(?<![\\p{L}-])(?:${words.join('|')})s?(?![\\p{L}-])`, 'iu')

// What a reader meets: pages, words, mails and documents. The parts page shows made-up samples; the command line speaks of statistics.
const sources = ['src/foundation', 'src/modules']
  .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, String(name))))
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.tsx?$|showcase|kernel\/terms\.ts$|(?:tables|routes|stored-columns|content-columns)\.ts$|\/tables\//.test(name))

test('no sentence of a page, a mail or a document has the product’s own word where the municipality may have another', () => {
  const found = sources.flatMap((name) =>
    sentencesOf(name)
      .filter((sentence) => ordinary.test(sentence) && !other.some((allowed) => allowed.test(sentence)))
      .map((sentence) => `${name}: ${sentence}`),
  )
  expect(found).toEqual([])
})

test('the check sees a sentence, an attribute, a text between tags and a piece of a template', () => {
  const planted = 'const a = "Skriv ett mål"; const b = `Så går $' + '{a} målet`; const c = <p title="Alla mått">Här bor planerna</p>; const key = "plan"'
  expect(sentencesIn(planted).filter((sentence) => ordinary.test(sentence))).toEqual(['Skriv ett mål', ' målet', 'Alla mått', 'Här bor planerna'])
})

function sentencesOf(name: string): string[] {
  return sentencesIn(readFileSync(name, 'utf8'), name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS)
}

function sentencesIn(text: string, kind = ts.ScriptKind.TSX): string[] {
  const found: string[] = []
  const visit = (node: ts.Node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return
    // A single small word without Swedish letters is a key of the code, and what has slashes and no space an address.
    if ((ts.isStringLiteralLike(node) || ts.isJsxText(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) && !/^[a-z-]*$|^[^ ]*\/[^ ]*$/.test(node.text))
      found.push(node.text)
    ts.forEachChild(node, visit)
  }
  visit(ts.createSourceFile('planted.tsx', text, ts.ScriptTarget.Latest, true, kind))
  return found
}

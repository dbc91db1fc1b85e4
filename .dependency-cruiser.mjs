import { line } from './test/line.mjs'

const after = (index) => line.slice(index + 1).join('|')

/** The rules of the house. Each says its reason, for whoever meets it. test/architecture.test.ts plants an offence of each kind. */
export default {
  forbidden: [
    ...line.slice(0, -1).map((name, index) => ({
      name: `${name}-never-looks-ahead`,
      severity: 'error',
      comment: `${name} stands before ${after(index).replaceAll('|', ', ')} in the line, so it must not know them.`,
      from: { path: `^src/modules/${name}/` },
      to: { path: `^src/modules/(${after(index)})/` },
    })),
    {
      name: 'only-through-the-door',
      severity: 'error',
      comment: 'Another module is entered through its index.ts only; its words.ts may be named by pages, which must not reach a store.',
      from: { path: '^src/modules/([^/]+)/' },
      to: { path: '^src/modules/', pathNot: ['^src/modules/$1/', '^src/modules/[^/]+/(index|tables|words)\\.ts$'] },
    },
    {
      name: 'app-enters-by-doors-and-routes',
      severity: 'error',
      comment: 'What stands above the modules uses their doors and their routes, never a room inside.',
      from: { path: '^src/([^/]+\\.tsx?$|command/)' },
      to: { path: '^src/modules/', pathNot: '/(index|web/routes)\\.ts$' },
    },
    {
      name: 'tables-only-from-tables',
      severity: 'error',
      comment: 'The table of another module may be named in a tables.ts (for a reference), nowhere else: ask its door.',
      from: { path: '^src/modules/([^/]+)/', pathNot: '/tables(\\.ts$|/)' },
      to: { path: '^src/modules/[^/]+/tables(\\.ts$|/)', pathNot: '^src/modules/$1/' },
    },
    {
      name: 'rules-are-pure',
      severity: 'error',
      comment: 'Rules import rules, kernel and statistics: no clock, no database, no request. A foreign type may be named.',
      from: { path: '^src/modules/([^/]+)/(rules\\.ts|rules/)', pathNot: '\\.test\\.ts$' },
      to: { dependencyTypesNot: ['type-only'], pathNot: ['^src/modules/$1/(rules\\.ts|rules/)', '^src/foundation/kernel/', '^packages/'] },
    },
    {
      name: 'only-the-store-knows-the-database',
      severity: 'error',
      comment: 'Every SQL statement of a module stands in its store.',
      from: { path: '^src/modules/', pathNot: ['store\\.server\\.ts$', '/tables(\\.ts$|/)', '\\.test\\.tsx?$'] },
      to: { path: ['drizzle-orm', '@electric-sql', '^src/foundation/db/'] },
    },
    {
      name: 'pages-do-not-touch-the-store',
      severity: 'error',
      comment: 'A page calls use cases and readings; those call the store.',
      from: { path: '^src/modules/[^/]+/web/' },
      to: { path: '(store\\.server\\.ts$|/tables(\\.ts$|/))' },
    },
    {
      name: 'the-roof-stores-nothing',
      severity: 'error',
      comment: 'open reads every door and owns no table: what it needs to store belongs to the module that owns the noun.',
      from: { path: '^src/modules/open/' },
      to: { path: ['/tables(\\.ts$|/)', 'store\\.server\\.ts$', 'drizzle-orm'] },
    },
    {
      name: 'kernel-stands-on-nothing',
      severity: 'error',
      comment: 'The kernel is the ground: it knows itself, and zod for the fields of forms.',
      from: { path: '^src/foundation/kernel/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: ['^src/foundation/kernel/', 'node_modules/zod/'] },
    },
    {
      name: 'ui-stands-on-kernel',
      severity: 'error',
      comment: 'The design system draws what it is given: it knows no people, no database and no request.',
      from: { path: '^src/foundation/ui/' },
      to: { path: '^src/foundation/', pathNot: '^src/foundation/(ui|kernel)/' },
    },
    {
      name: 'foundation-knows-no-module',
      severity: 'error',
      comment: 'The ground carries the modules and knows none of them.',
      from: { path: '^src/foundation/' },
      to: { path: '^src/modules/' },
    },
    { name: 'packages-know-no-app', severity: 'error', comment: 'The packages are pure and could stand in any house.', from: { path: '^packages/' }, to: { path: '^src/' } },
    { name: 'no-circle', severity: 'error', comment: 'Two rooms that need each other are one room, or hide a third.', from: {}, to: { circular: true } },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(\\.react-router|build)/' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'], extensions: ['.ts', '.tsx', '.js', '.mjs'] },
  },
}

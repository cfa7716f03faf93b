import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { productRoot } from '../../platform/config/product-root.js';
import { runTool, type SampleTree, sampleTree } from './sample-tree.js';

interface Linted {
  readonly filePath: string;
  readonly messages: readonly { readonly ruleId: string | null; readonly line: number; readonly message: string }[];
}

const quick = path.join(productRoot, 'test/house/quick-eslint.config.mjs');
const typed = path.join(productRoot, 'eslint.config.mjs');

const lines = (count: number) => Array.from({ length: count }, (_, line) => `export const x${line} = 0;\n`).join('');
const functionOf = (count: number) => `export function long(): void {\n${'  next();\n'.repeat(count - 2)}}\n`;
const environment = 'export const home = process.env.HOME;\n';
const sql = "export const text = 'select id from health.child';\n";

const refused: readonly [why: string, rule: string, file: string, text: string][] = [
  ['a file of 251 lines', 'max-lines', 'platform/a/long.ts', lines(251)],
  ['a test of 401 lines', 'max-lines', 'platform/a/long.test.ts', lines(401)],
  ['a policy of 81 lines', 'max-lines', 'subgraphs/health/a/a.policy.ts', lines(81)],
  [
    'a resolver that thinks',
    'max-statements',
    'subgraphs/health/a/a.resolver.ts',
    `export function answer(): void {\n${'  next();\n'.repeat(6)}}\n`,
  ],
  ['a function of 41 lines', 'max-lines-per-function', 'cli/long.ts', functionOf(41)],
  ['the environment', 'no-restricted-properties', 'platform/db/environment.ts', environment],
  ['the environment in cli', 'no-restricted-properties', 'cli/environment.ts', environment],
  [
    'the environment by index',
    'no-restricted-properties',
    'gateway/index.ts',
    "export const a = process['env']['A'];\n",
  ],
  ['the environment taken apart', 'no-restricted-properties', 'gateway/apart.ts', 'export const { env } = process;\n'],
  ['the environment imported', 'no-restricted-imports', 'gateway/import.ts', "export { env } from 'node:process';\n"],
  ['a read in a service', 'no-restricted-syntax', 'subgraphs/health/a/a.service.ts', sql],
  ['a read in a map', 'no-restricted-syntax', 'subgraphs/health/gp/source/map.ts', sql],
  [
    'a write in a template',
    'no-restricted-syntax',
    'cli/write.ts',
    'export const w = (at: string): string => `update health.child\n  set at = ${at}`;\n',
  ],
  [
    'a grant in the gateway',
    'no-restricted-syntax',
    'gateway/grant.ts',
    "export const g = 'grant select on health.child to x';\n",
  ],
  [
    'a condition built from text',
    'no-restricted-syntax',
    'subgraphs/health/a/a.repository.ts',
    'export const q = (b: Builder, id: string): Builder => b.where(`id = ${id}`);\n',
  ],
  [
    'an order built from text',
    'no-restricted-syntax',
    'subgraphs/health/a/b.repository.ts',
    "export const q = (b: Builder, by: string): Builder => b.orderBy('e.' + by);\n",
  ],
  ['a test that prints', 'no-console', 'gateway/prints.test.ts', "console.log('row');\n"],
  ['an unlogged word', 'no-console', 'platform/a/prints.ts', "console.log('a child');\n"],
  [
    'a rule switched off by a comment',
    'no-restricted-properties',
    'gateway/off.ts',
    `/* eslint-disable */\n${environment}`,
  ],
  ['any', '@typescript-eslint/no-explicit-any', 'gateway/any.ts', 'export const a: any = 1;\n'],
];

const allowed: readonly [why: string, file: string, text: string][] = [
  ['a file of 250 lines', 'platform/b/long.ts', lines(250)],
  ['a test of 400 lines', 'platform/b/long.test.ts', lines(400)],
  ['a function of 40 lines', 'cli/short.ts', functionOf(40)],
  ['the environment where it is read', 'platform/config/environment.ts', environment],
  ['SQL in a repository', 'subgraphs/health/b/a.repository.ts', sql],
  ['SQL in the platform’s stores', 'platform/events/relay.ts', sql],
  [
    'prose',
    'subgraphs/health/b/prose.ts',
    "export const about = 'Select a child. Who may update it is set elsewhere.';\n",
  ],
  [
    'a condition with a parameter',
    'subgraphs/health/b/b.repository.ts',
    "export const q = (b: Builder, id: string): Builder => b.where('id = :id', { id });\n",
  ],
  ['a test that says what it skips', 'gateway/skips.test.ts', "console.warn('SKIPPED');\n"],
  ['words at a terminal', 'cli/prints.ts', "console.log('HUB READY');\n"],
];

async function lint(root: string, config = quick): Promise<Map<string, Linted['messages']>> {
  const linted = (await runTool('eslint/bin/eslint.js', ['-c', config, '-f', 'json', '.'], root)) as Linted[];
  return new Map(linted.map(({ filePath, messages }) => [path.relative(root, filePath), messages]));
}

/** Rules that have to know a type: linted as `npm run lint` does it. */
const refusedByType: readonly [why: string, rule: string, file: string, text: string][] = [
  [
    'a switch that leaves an outcome out',
    '@typescript-eslint/switch-exhaustiveness-check',
    'subgraphs/health/a/left-out.ts',
    `type Outcome = 'FULL' | 'REDACTED';
export function seen(outcome: Outcome): string {
  switch (outcome) {
    case 'FULL':
      return 'all';
  }
  return 'all of it too';
}
`,
  ],
  [
    'a switch whose default takes what is added later',
    '@typescript-eslint/switch-exhaustiveness-check',
    'subgraphs/health/a/by-default.ts',
    `type Outcome = 'FULL' | 'REDACTED';
export function seen(outcome: Outcome): string {
  switch (outcome) {
    case 'FULL':
      return 'all';
    default:
      return 'less';
  }
}
`,
  ],
  [
    'a nothing that is said to be something',
    '@typescript-eslint/non-nullable-type-assertion-style',
    'subgraphs/health/a/something.ts',
    'export const sure = (row: string | null): string => row as string;\n',
  ],
  [
    'a shape that is no interface',
    '@typescript-eslint/consistent-type-definitions',
    'subgraphs/health/a/shape.ts',
    'export type Shape = { readonly id: string };\n',
  ],
];

describe('the house rules of code that ask for types', () => {
  let tree: SampleTree;
  let found: Map<string, Linted['messages']>;

  beforeAll(async () => {
    const project = JSON.stringify({ extends: path.join(productRoot, 'tsconfig.json'), include: ['**/*.ts'] });
    const samples = refusedByType.map(([, , file, text]): [string, string] => [file, text]);
    tree = sampleTree(new Map([['tsconfig.json', project], ...samples]));
    found = await lint(tree.root, typed);
  });
  afterAll(() => tree.remove());

  it.each(refusedByType)('refuse %s by %s alone', (_why, rule, file) => {
    expect(found.get(file)?.map(({ ruleId }) => ruleId)).toEqual([rule]);
  });
});

describe('the house rules of code', () => {
  let tree: SampleTree;
  let found: Map<string, Linted['messages']>;

  beforeAll(async () => {
    tree = sampleTree(
      new Map([
        ...refused.map(([, , file, text]): [string, string] => [file, text]),
        ...allowed.map(([, file, text]): [string, string] => [file, text]),
      ]),
    );
    found = await lint(tree.root);
  });
  afterAll(() => tree.remove());

  it.each(refused)('refuse %s by %s', (_why, rule, file) => {
    expect(found.get(file)?.map(({ ruleId }) => ruleId)).toContain(rule);
  });

  it.each(allowed)('allow %s', (_why, file) => {
    expect(found.get(file)).toEqual([]);
  });

  it('are kept by the product', async () => {
    const linted = await lint(productRoot);
    expect(linted.size).toBeGreaterThan(300);
    const broken = [...linted].flatMap(([file, messages]) =>
      messages.map(({ line, ruleId, message }) => `${file}:${line} ${ruleId ?? 'syntax'}: ${message}`),
    );
    expect(broken).toEqual([]);
  });
});

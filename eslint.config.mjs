import { defineConfig } from 'eslint/config';
import tseslint from 'typescript-eslint';

/**
 * Every rule below that is ours has a bad sample in `test/house/code.test.ts`, where it is seen to fail.
 * `noInlineConfig`: a rule that is wrong somewhere is changed here, with its reason, not switched off in the code.
 */

/** Strings that are SQL. Lower case as the house writes it, or upper: prose begins with a capital and goes on. */
const sql = [
  String.raw`\b(select|SELECT)\b[^]*\b(from|FROM)\b`,
  String.raw`\b(insert into|INSERT INTO|delete from|DELETE FROM)\b`,
  String.raw`\b(update|UPDATE)\s+\S+\s+(set|SET)\b`,
  String.raw`\b(create|CREATE|alter|ALTER|drop|DROP)\s+(or replace |OR REPLACE )?(table|TABLE|schema|SCHEMA|role|ROLE|index|INDEX|function|FUNCTION)\b`,
  String.raw`\b(grant|GRANT|revoke|REVOKE)\b[^]*\b(on|ON|to|TO|from|FROM)\b`,
].join('|');

const noSqlHere = [`Literal[value=/${sql}/]`, `TemplateElement[value.raw=/${sql}/]`].map((selector) => ({
  selector,
  message: 'SQL lives in repositories, migrations and the platform’s own stores.',
}));

const builder =
  '/^(where|andWhere|orWhere|having|andHaving|orHaving|orderBy|addOrderBy|groupBy|addGroupBy|select|addSelect)$/';
const noBuiltConditions = ['TemplateLiteral[expressions.length>0]', "BinaryExpression[operator='+']"].map((built) => ({
  selector: `CallExpression[callee.property.name=${builder}] > ${built}.arguments`,
  message: 'TypeORM sends this text as it is: use a parameter, or a map from an enum to a column.',
}));

export default defineConfig(
  { ignores: ['**/node_modules/', '**/dist/', '**/*.generated.ts', '.hub/', 'coverage/'] },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' },
    rules: {
      // `== null` is how one asks for neither null nor undefined.
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'max-lines': ['error', 250],
      'max-lines-per-function': ['error', 40],
      'no-console': 'error',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'The environment is read once, in platform/config.' },
      ],
      'no-restricted-imports': [
        'error',
        ...['process', 'node:process'].map((name) => ({
          name,
          importNames: ['env'],
          message: 'The environment is read once, in platform/config.',
        })),
      ],
      'no-restricted-syntax': ['error', ...noSqlHere, ...noBuiltConditions],
      // An outcome, a state or a kind that is added is answered for wherever one is told from another.
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: false, requireDefaultForNonUnion: true },
      ],
      // `a[0] === b[0]` asks for the same initial; `startsWith` would say yes to an empty one.
      '@typescript-eslint/prefer-string-starts-ends-with': ['error', { allowSingleElementEquality: 'always' }],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      // A resolver answers with an object literal; type-graphql reads its fields and never its class.
      '@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
      // `Sex[word]` makes an enum’s value of a word of its list, checked by the types; the rule takes it for any text.
      '@typescript-eslint/no-unsafe-enum-assignment': 'off',
      // A type-graphql class may be nothing but its decorator.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true }],
      // A number in a text is what it looks like; a boolean, null or object is a slip.
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', ignoreRestSiblings: true }],
    },
  },
  {
    // It keeps a library’s two known warnings from whoever starts the hub.
    files: ['dashboard/sign-in/development-issuer.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    // Deprecated to stand out: a provider on a loopback address while developing has no TLS.
    files: ['dashboard/sign-in/provider.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  {
    files: ['platform/config/**/*.ts', 'test/support/**/*.ts', '**/*.test.ts'],
    rules: { 'no-restricted-properties': 'off', 'no-restricted-imports': 'off' },
  },
  {
    files: ['**/*.repository.ts', 'platform/{db,access,events,ingest}/**/*.ts', 'cli/database.ts', 'cli/digest.ts'],
    rules: { 'no-restricted-syntax': ['error', ...noBuiltConditions] },
  },
  {
    // A policy is read whole by people who do not write code; a resolver only turns words into calls.
    files: ['**/*.policy.ts'],
    rules: { 'max-lines': ['error', 80] },
  },
  {
    files: ['**/*.resolver.ts'],
    rules: { 'max-statements': ['error', 5] },
  },
  {
    // Markup: a line an element, and no logic to follow.
    files: ['**/*.tsx'],
    rules: {
      'max-lines-per-function': ['error', 80],
      'no-restricted-syntax': [
        'error',
        {
          selector: 'JSXAttribute[name.name=/^(style|dangerouslySetInnerHTML)$/]',
          message: 'Pages allow no inline style, and no text that was not escaped.',
        },
        { selector: "CallExpression[callee.name='raw']", message: 'Text is escaped on its way into a page, always.' },
      ],
    },
  },
  {
    files: ['cli/**/*.ts', 'bench/**/*.ts'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', '**/*.test.ts', '**/*.test-support.ts'],
    rules: {
      'max-lines': ['error', 400],
      'max-lines-per-function': 'off',
      'no-restricted-syntax': ['error', ...noBuiltConditions],
    },
  },
  {
    // A test says aloud what it skips.
    files: ['test/**/*.ts', '**/*.test.ts', '**/*.test-support.ts'],
    rules: { 'no-console': ['error', { allow: ['warn'] }] },
  },
);

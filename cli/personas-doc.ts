import { developmentAudience, developmentIssuer } from '../platform/auth/dev-issuer.js';
import { type Persona, personas } from '../platform/auth/personas.js';
import { markdownTable } from './markdown-table.js';
import { type ReadyQuestion, readyQuestions } from './ready-questions.js';

const chosen = (persona: Persona): string => {
  if (persona.works === 'school' || persona.forSchool) return '`--school`';
  return persona.works === 'provider' ? '`--provider`' : '';
};

const code = (words: readonly string[]): string => words.map((word) => `\`${word}\``).join(' ');

const head = ['persona', 'subject', 'works at', 'choose with', 'purposes', 'scopes'];

const cells = (persona: Persona): string[] => [
  code([persona.role]),
  code([persona.sub]),
  `${persona.works} ${code([persona.org])}`,
  chosen(persona),
  code(persona.purposes),
  code(persona.scopes),
];

const questionHead = ['persona', 'asks', 'operation'];

const questionCells = ({ role, answers, operation }: ReadyQuestion): string[] => [
  code([role]),
  answers,
  `[${operation}](../schema/operations/${operation}.graphql)`,
];

/** `docs/personas.md`, from the table that tokens are made from. */
export function renderPersonas(): string {
  return `# Personas

Whom \`hub token PERSONA\` signs in, while developing. Written from \`platform/auth/personas.ts\` by
\`cli/personas-doc.ts\`; do not edit it here.

A token's issuer is \`${developmentIssuer}\`, its audience \`${developmentAudience}\`; it lasts eight hours, and only a
gateway started with \`HUB_DEV_TOKENS=1\` on the same data directory takes it, never one in production. Its role is the
persona's name. The first purpose is the default: \`--purpose\` puts another of the persona's own first, and the header
\`Hub-Purpose\` chooses one for a single request; any other purpose is answered 403 \`REFUSED\`. \`{org}\` stands for the
organisation's code and \`{school}\` for the school's.

${markdownTable([head, ...personas.map(cells)])}

## A ready question for each

Each is one of the operations that are answered in production too. In development they stand, with the variables of the sample
area, in the tabs of GraphiQL, at the gateway's address in a browser; its picker asks as whichever persona is chosen
([client-guide.md](client-guide.md), "Trying it out").

${markdownTable([questionHead, ...readyQuestions.map(questionCells)])}
`;
}

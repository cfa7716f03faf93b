import { developmentAudience, developmentIssuer } from '../platform/auth/dev-issuer.js';
import { type Persona, personas } from '../platform/auth/personas.js';

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

/** Padded to one width a column, as the formatter has them. */
function table(rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]): string =>
    row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(' | ');
  const [first = [], ...rest] = rows;
  return [first, widths.map((width) => '-'.repeat(width)), ...rest].map((row) => `| ${line(row)} |`).join('\n');
}

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

${table([head, ...personas.map(cells)])}
`;
}

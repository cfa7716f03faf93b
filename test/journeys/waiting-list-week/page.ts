import { readFileSync } from 'node:fs';
import path from 'node:path';
import { productRoot } from '../../../platform/config/product-root.js';
import type { Role } from '../../../platform/vocabulary/role.js';

/** A question of the page, as somebody asks it, and what is answered. */
export interface Asked {
  readonly who: Role;
  readonly operation: string;
  readonly variables: Record<string, unknown>;
  readonly answer: unknown;
}

/** A file of the page that is taken in. */
export interface Taken {
  readonly source: string;
  readonly csv: string;
}

const block = '```json\n([^]*?)\n```';
const asked = `^\`([a-z-]+)\` asks \`(\\w+)\`:\n\n${block}\n\nand is answered:\n\n${block}$`;
const taken = '^`npx hub ingest ([a-z-]+) [^`]+`\n\n```csv\n([^]*?)\n```$';

/** What the page says to ask and to take in, in its order. */
export function stepsOf(page: string): readonly (Asked | Taken)[] {
  return [...page.matchAll(new RegExp(`${asked}|${taken}`, 'gm'))].map(
    ([, who = '', operation = '', variables = '', answer = '', source = '', csv = '']) =>
      source === ''
        ? {
            who: who as Role,
            operation,
            variables: JSON.parse(variables) as Asked['variables'],
            answer: JSON.parse(answer) as unknown,
          }
        : { source, csv: `${csv}\n` },
  );
}

export const page = (name: string): string => readFileSync(path.join(productRoot, 'docs', name), 'utf8');

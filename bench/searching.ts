import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Client } from 'pg';
import { productRoot } from '../platform/config/product-root.js';
import { median } from './median.js';
import { step } from './progress.js';
import { hubCommand, startHub, type StartedHub } from './started-hub.js';

/** What a search by name costs through the gateway: `npm run bench:searching`, 30,000 children unless told otherwise. */
const children = Number(process.argv[2] ?? 30_000);

/** Each of them searches among other children; the grantees are those of the sample's area. */
const searchers = [
  { persona: 'senco', grantees: ['org:900001'] },
  { persona: 'camhs-clinician', grantees: ['org:XAC01'] },
  { persona: 'send-officer', grantees: ['org:990'] },
] as const;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

/**
 * Family names from the area's most common to those that a few bear: fewer than anybody may look up within a minute.
 */
async function familyNames(admin: Client): Promise<string[]> {
  const { rows } = await admin.query<{ name: string }>(
    `select name from (
       select family as name, row_number() over (order by count(*) desc, family) as place,
              count(*) over () as names
         from partnership.child where length(family) > 2 group by 1) as borne
      where place <= 8 or place % greatest(names / 16, 1) = 0 order by place limit 24`,
  );
  return rows.map(({ name }) => name);
}

async function among(admin: Client, grantees: readonly string[]): Promise<number> {
  const { rows } = await admin.query<{ n: number }>(
    'select count(distinct child_id)::int as n from access.relationship where grantee = any ($1)',
    [grantees],
  );
  return rows[0]?.n ?? 0;
}

interface Answer {
  readonly data?: { readonly searchChildren?: readonly { readonly id: string }[] | null };
  readonly errors?: readonly { readonly message: string }[];
}

const query = readFileSync(path.join(productRoot, 'schema/operations/search-children.graphql'), 'utf8');

/** One search; refuses to count one that was not answered. */
async function searched(hub: StartedHub, token: string, family: string): Promise<{ ms: number; found: number }> {
  const began = performance.now();
  const response = await fetch(hub.graphql, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify({ query, variables: { family, first: 20 } }),
  });
  const { data, errors } = (await response.json()) as Answer;
  const ms = performance.now() - began;
  if (!data?.searchChildren)
    throw new Error(`A search was not answered, so there is no figure: ${errors?.[0]?.message ?? ''}`);
  return { ms, found: data.searchChildren.length };
}

const began = performance.now();
const hub = await step(`Starting a hub over ${String(children)} children`, () => startHub(children));
try {
  say(`Ready after ${((performance.now() - began) / 1000).toFixed(0)} s.\n`);
  await hub.admin.query('vacuum analyze');
  const names = await familyNames(hub.admin);
  say('| who looks       | among  | searches | median ms | nine in ten ms | longest ms | found |');
  say('| --------------- | ------ | -------- | --------- | -------------- | ---------- | ----- |');
  for (const { persona, grantees } of searchers) {
    const token = execFileSync(process.execPath, [hubCommand, 'token', persona], { env: hub.environment }).toString();
    const times: number[] = [];
    let found = 0;
    for (const name of names) {
      const answer = await searched(hub, token.trim(), name);
      times.push(answer.ms);
      found += answer.found;
    }
    const inOrder = [...times].sort((a, b) => a - b);
    const ninth = inOrder[Math.floor(inOrder.length * 0.9)] ?? 0;
    const figures = [median(times), ninth, inOrder.at(-1) ?? 0].map((ms) => ms.toFixed(0).padStart(4)).join(' | ');
    say(
      `| ${persona.padEnd(15)} | ${String(await among(hub.admin, grantees))} | ${String(times.length)} | ${figures} | ${String(found)} |`,
    );
  }
} finally {
  await hub.stop();
}

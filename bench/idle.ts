import { setTimeout as wait } from 'node:timers/promises';
import { startIdleHub } from './idle-hub.js';
import { writtenDuring } from './idle-measure.js';
import { familyTime, processTime } from './processor-time.js';

/** What a hub costs that nobody asks anything: `npm run bench:idle`, ten minutes unless a number of others is given. */
const minutes = Number(process.argv[2] ?? 10);
const children = 200;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

say(`A hub of ${String(children)} children is started, and then left alone for ${String(minutes)} minutes.`);
const hub = await startIdleHub(children);
try {
  const before = { node: processTime(hub.pid), server: familyTime(hub.serverPid) };
  const { rows, walBytes } = await writtenDuring(hub.admin, () => wait(minutes * 60_000));
  const node = processTime(hub.pid) - before.node;
  const server = familyTime(hub.serverPid) - before.server;
  const anHour = 60 / minutes;
  const total = Object.values(rows).reduce((sum, n) => sum + n, 0);
  say('');
  say('| what                         | measured | an hour |');
  say('| ---------------------------- | -------- | ------- |');
  const line = (what: string, figure: number, digits = 0): void => {
    say(`| ${what.padEnd(28)} | ${figure.toFixed(digits)} | ${(figure * anHour).toFixed(digits)} |`);
  };
  line('rows written', total);
  line('WAL, bytes', walBytes);
  line('processor seconds, Node', node / 1000, 2);
  line('processor seconds, PostgreSQL', server / 1000, 2);
  if (total > 0) say(`\nWritten to: ${JSON.stringify(rows)}`);
} finally {
  await hub.stop();
}

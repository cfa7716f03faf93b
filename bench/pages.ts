import { type Dispatcher, Pool } from 'undici';
import { startDashboard } from '../dashboard/dashboard.js';
import { createLog } from '../platform/telemetry/log.js';
import { changedAnswers } from '../test/support/changed-answers.js';
import { median } from './median.js';
import { note, step } from './progress.js';
import { signedInCookie } from './signed-in.js';
import { startHub, type StartedHub } from './started-hub.js';

/**
 * What a page costs, over the sample area: `npm run bench:pages`, 2,000 children unless told otherwise. The first and the last
 * byte of each page under eight people at once, how often it asks the gateway, what of the time is the pages’ own, and the
 * bytes of a first visit.
 */
const children = Number(process.argv[2] ?? 2_000);
const today = '2026-11-20';
const [people, warm, rounds, alone] = [8, 4, 40, 41];
/** What is aimed at; a figure beyond is marked. */
const limits = { firstByte: 300, asks: 3, bytes: 100_000, own: 5 };

interface Looked {
  readonly title: string;
  readonly persona: string;
  readonly school?: string;
  readonly address: string;
}

const theChild = `
  with same as (
    select c.child_id, coalesce(a.canonical, c.child_id) as id from partnership.child c
    left join access.child_alias a on a.held = c.child_id)
  select s.id, e.urn, w.id as wait from partnership.child c join same s using (child_id)
  join education.enrolment e on e.child_id = c.child_id and e.status = 'CURRENT'
  join same o on o.id = s.id
  join health.waiting_list_entry w on w.child_id = o.child_id and w.service = 'CAMHS' and w.status <> 'DISCHARGED'
  where c.given = 'Tamsin' and c.family = 'Adeyemi' order by 1, 3 limit 1`;

async function pagesOf(hub: StartedHub): Promise<Looked[]> {
  const { rows } = await hub.admin.query<{ id: string; urn: string; wait: string }>(theChild);
  const { id = '', urn = '', wait = '' } = rows[0] ?? {};
  return [
    { title: 'School', persona: 'senco', school: urn, address: `/schools/${urn}` },
    { title: 'Child, as a SENCO', persona: 'senco', school: urn, address: `/children/${id}` },
    { title: 'Child, as a social worker', persona: 'social-worker', address: `/children/${id}` },
    { title: 'Virtual school', persona: 'virtual-school-adviser', address: '/virtual-school' },
    { title: 'Waiting lists', persona: 'camhs-clinician', address: '/waiting-lists' },
    { title: 'An entry’s update', persona: 'camhs-clinician', address: `/waiting-lists/${id}/${wait}/update` },
    { title: 'Notices', persona: 'social-worker', address: '/notices' },
    { title: 'What changed', persona: 'social-worker', address: '/changes?since=2026-11-13' },
    { title: 'Search', persona: 'social-worker', address: '/children' },
    { title: 'Roll', persona: 'senco', school: urn, address: `/schools/${urn}?show=roll` },
    { title: 'Meeting pack’s form', persona: 'senco', school: urn, address: `/schools/${urn}/pack` },
    { title: 'Suspensions of a school', persona: 'headteacher', school: urn, address: `/schools/${urn}/suspensions` },
    { title: 'Suspensions', persona: 'exclusions-officer', address: '/suspensions' },
    { title: 'Attendance thresholds', persona: 'attendance-officer', address: '/thresholds' },
    {
      title: 'Virtual school’s list',
      persona: 'virtual-school-adviser',
      address: '/virtual-school?cohort=CHILD_PROTECTION',
    },
    { title: 'Matches to review', persona: 'match-reviewer', address: '/matches' },
    { title: 'Separations', persona: 'match-reviewer', address: '/separations' },
    { title: 'Data quality', persona: 'analyst', address: '/data-quality' },
    { title: 'A new case', persona: 'social-worker', address: '/new-case' },
  ];
}

interface Got {
  /** Until the first byte, milliseconds. */
  readonly ms: number;
  /** Until the last. */
  readonly wholeMs: number;
  readonly bytes: number;
  readonly text: string;
}

/** One page, as a browser asks for it; refuses to count one that was not answered. */
async function get(pool: Dispatcher, path: string, cookie: string, encoding = 'gzip'): Promise<Got> {
  const headers = { cookie, 'accept-encoding': encoding };
  const began = performance.now();
  const answer = await pool.request({ path, method: 'GET', headers });
  const ms = performance.now() - began;
  const body = Buffer.from(await answer.body.arrayBuffer());
  const wholeMs = performance.now() - began;
  if (answer.statusCode !== 200) throw new Error(`${path} answered ${String(answer.statusCode)}: there is no figure.`);
  return { ms, wholeMs, bytes: body.byteLength, text: encoding === 'gzip' ? '' : body.toString() };
}

const nineteenth = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.ceil(values.length * 0.95) - 1] ?? 0;

/** Eight people, each with a session of their own, who look as fast as they are answered. */
async function underLoad(hub: StartedHub, { persona, school, address }: Looked): Promise<Got[]> {
  const cookies = await Promise.all(Array.from({ length: people }, () => signedInCookie(hub.pages, persona, school)));
  const pool = new Pool(hub.pages, { connections: people });
  const took = await Promise.all(
    cookies.map(async (cookie) => {
      const own: Got[] = [];
      for (let round = -warm; round < rounds; round++) {
        const got = await get(pool, address, cookie);
        if (round >= 0) own.push(got);
      }
      return own;
    }),
  );
  await pool.close();
  return took.flat();
}

/** The page and what it loads besides, as they are sent to somebody who was never here. */
async function firstVisit(hub: StartedHub, { persona, school, address }: Looked) {
  const cookie = await signedInCookie(hub.pages, persona, school);
  const pool = new Pool(hub.pages);
  const { text } = await get(pool, address, cookie, 'identity');
  const assets = [...text.matchAll(/href="(\/asset\/[^"]+)"/g)].map(([, path = '']) => path);
  const sent = await Promise.all([address, ...new Set(assets)].map((path) => get(pool, path, cookie)));
  await pool.close();
  const [page = 0, ...others] = sent.map(({ bytes }) => bytes);
  return { page, all: page + others.reduce((sum, bytes) => sum + bytes, 0) };
}

/** How often a page asks, and how long it works from the last answer to its first byte: pages of this process, one look at a time. */
async function ownPart(hub: StartedHub, looked: readonly Looked[]): Promise<Map<string, { asks: number; ms: number }>> {
  const answers = await changedAnswers(hub.graphql);
  let [asks, last] = [0, 0];
  answers.change((body) => {
    asks += 1;
    last = performance.now();
    return body;
  });
  const dashboard = await startDashboard({
    ...{ host: '127.0.0.1', port: 0, log: createLog('silent'), today: () => today, gatewayUrl: answers.url },
    signIn: { developmentDataDir: hub.environment['HUB_DATA_DIR'] ?? '' },
  });
  const found = new Map<string, { asks: number; ms: number }>();
  for (const { title, persona, school, address } of looked) {
    const cookie = await signedInCookie(dashboard.url, persona, school);
    const pool = new Pool(dashboard.url);
    const own: number[] = [];
    for (let look = 0; look < alone; look++) {
      asks = 0;
      const began = performance.now();
      last = began;
      const { ms } = await get(pool, address, cookie, 'identity');
      // A page that begins before its answers has none of its own to wait for.
      own.push(Math.max(0, began + ms - last));
    }
    found.set(title, { asks, ms: median(own) });
    await pool.close();
  }
  await dashboard.stop();
  await answers.stop();
  return found;
}

const marked = (value: number, limit: number, text: string): string => (value > limit ? `**${text}**` : text);

const hub = await step(`Starting a hub over ${String(children)} children`, () => startHub(children, today));
try {
  await hub.admin.query('vacuum analyze');
  const looked = await pagesOf(hub);
  const own = await step('One at a time', () => ownPart(hub, looked));
  const lines: string[] = [];
  for (const each of looked) {
    const took = await step(`${each.title}: ${String(people)} people at once`, () => underLoad(hub, each));
    const { page, all } = await firstVisit(hub, each);
    const { asks, ms } = own.get(each.title) ?? { asks: 0, ms: 0 };
    const [first, whole] = [took.map((got) => got.ms), took.map((got) => got.wholeMs)];
    const p95 = nineteenth(first);
    const figures = [
      each.title,
      `${median(first).toFixed(0)} · ${marked(p95, limits.firstByte, p95.toFixed(0))}`,
      `${median(whole).toFixed(0)} · ${nineteenth(whole).toFixed(0)}`,
      marked(asks, limits.asks, String(asks)),
      marked(ms, limits.own, ms.toFixed(1)),
      `${(page / 1000).toFixed(1)} · ${marked(all, limits.bytes, (all / 1000).toFixed(1))}`,
    ];
    note(figures.join(' | '));
    lines.push(`| ${figures.join(' | ')} |`);
  }
  const head = [
    'page',
    'first byte ms: median · 95 in 100',
    'last byte ms',
    'asks',
    'own ms',
    'kB sent: page · first visit',
  ];
  process.stdout.write(`| ${head.join(' | ')} |\n| --- | --- | --- | --- | --- | --- |\n${lines.join('\n')}\n`);
} finally {
  await hub.stop();
}

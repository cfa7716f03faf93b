import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { type As, testHub, type TestHub } from '../support/hub.js';
import { onRoll, pupil, suspended, take } from '../support/partner-files.js';

/** The children who were suspended in a school year, page by page, and whom each reader goes through. */

const [own, other] = ['900001', '900002'] as const;
const pupils = Array.from({ length: 7 }, (_, n) => pupil(n));
const senco: As = { persona: 'senco' };
const elsewhere: As = { persona: 'senco', school: other };
const officer: As = { persona: 'exclusions-officer' };

let hub: TestHub;

beforeAll(async () => {
  hub = await testHub();
  await hub.admin.query(
    `insert into education.school (urn, name, phase, type, status, local_authority_code, local_authority_name)
     select u, 'School ' || u, 'Primary', 'Community school', 'Open', '990', 'Aldermere' from unnest($1::text[]) u`,
    [[own, other]],
  );
  await take(
    hub,
    'school-census',
    pupils.map((of, n) => onRoll(of, n < 5 ? own : other, '2024-09-02', '', {})),
  );
  await take(hub, 'suspensions', [
    ...[
      suspended(pupil(0), own, '2026-09-14', '2'),
      suspended(pupil(0), own, '2026-11-03', '1'),
      suspended(pupil(1), own, '2026-11-09', '4'),
    ],
    // The same day as another: the hub’s own id decides.
    ...[suspended(pupil(2), own, '2026-11-09', '4'), suspended(pupil(3), own, '2026-03-02', '2')],
    suspended(pupil(5), other, '2026-11-16', '2'),
  ]);
});

afterAll(() => hub.close());

interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: Line }[];
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}
interface Line {
  readonly lastStartedOn: string;
  readonly child: { readonly id: string };
}

const question = `query List($year: String, $school: ID, $first: Int, $after: String) {
  suspendedChildren(academicYear: $year, schoolUrn: $school, first: $first, after: $after) {
    edges { cursor node { lastStartedOn child { id } } } pageInfo { hasNextPage endCursor } } }`;

async function page(as: As, asked: Record<string, unknown> = {}): Promise<Page> {
  const { data, errors } = await hub.ask('education', as, question, asked);
  expect(errors).toBeUndefined();
  return data?.['suspendedChildren'] as Page;
}

const idOf = async (n: number): Promise<string> => {
  const { rows } = await hub.admin.query<{ id: string }>(
    'select child_id id from partnership.source_record where source_key = $1',
    [pupil(n).upn],
  );
  return rows[0]?.id ?? '';
};
const lines = ({ edges }: Page): string[] => edges.map(({ node }) => `${node.lastStartedOn} ${node.child.id}`);

/** What somebody goes through, a page at a time. */
async function walked(as: As, first: number): Promise<string[]> {
  const found: string[] = [];
  for (let after: string | null = null; ;) {
    const one: Page = await page(as, { first, after });
    expect(one.edges.length).toBeLessThanOrEqual(first);
    found.push(...lines(one));
    if (!one.pageInfo.hasNextPage) return found;
    after = one.pageInfo.endCursor;
  }
}

const sameDay = async (): Promise<string[]> => [await idOf(1), await idOf(2)].sort();

describe('the list of children who were suspended', () => {
  it('has each child once, by the last suspension that began in the year, the last first', async () => {
    const ofOwn = [...(await sameDay()).map((id) => `2026-11-09 ${id}`), `2026-11-03 ${await idOf(0)}`];
    expect(lines(await page(senco))).toEqual(ofOwn);
    expect(lines(await page(officer))).toEqual([`2026-11-16 ${await idOf(5)}`, ...ofOwn]);
    expect(lines(await page(senco, { year: '2025/26' }))).toEqual([`2026-03-02 ${await idOf(3)}`]);
    expect(lines(await page(senco, { year: '2024/25' }))).toEqual([]);
  });

  it('is the same however long a page is', async () => {
    const whole = lines(await page(officer));
    expect(whole).toHaveLength(4);
    for (const first of [1, 2, 3, 4]) expect(await walked(officer, first)).toEqual(whole);
  });

  it('is of one’s own children: of another school’s nobody, and of one school alone where it is named', async () => {
    expect(lines(await page(elsewhere))).toEqual([`2026-11-16 ${await idOf(5)}`]);
    expect(lines(await page(officer, { school: other }))).toEqual([`2026-11-16 ${await idOf(5)}`]);
    expect(lines(await page(senco, { school: other }))).toEqual([]);
  });

  it.each([
    [{ first: 1 }, 2],
    [{ first: 1, school: other }, 1],
  ])('opens no more children than it tells of, and the next: %j', async (asked, opened) => {
    await page(officer, asked);
    const { rows } = await hub.admin.query<{ many: number }>(
      `select cardinality((a.requests[1]).permitted) many from access.audit_unit a order by a.seq desc limit 1`,
    );
    expect(rows[0]?.many).toBe(opened);
  });

  it('has nobody who has died', async () => {
    const id = await idOf(5);
    const before = lines(await page(officer));
    expect(before).toContain(`2026-11-16 ${id}`);
    await hub.admin.query(`insert into access.death (child_id, died_on) values ($1, '2026-11-18')`, [id]);
    expect(lines(await page(officer))).toEqual(before.slice(1));
    // Whoever is left out takes nobody’s place.
    expect(lines(await page(officer, { first: 1 }))).toEqual(before.slice(1, 2));
    await hub.admin.query('delete from access.death where child_id = $1', [id]);
  });

  it.each([
    [{ first: 0 }, 'first must be from 1 to 100.'],
    [{ after: 'x' }, 'after must be a cursor of this list.'],
    [{ year: '2026' }, 'academicYear must be an academic year such as 2026/27.'],
  ])('is not told of %j', async (asked, words) => {
    const { errors } = await hub.ask('education', officer, question, asked);
    expect(errors?.map(({ message }) => message)).toEqual([words]);
  });

  it('is refused to whoever goes through no such list', async () => {
    const { errors } = await hub.ask('education', { persona: 'camhs-clinician' }, question, {});
    expect((errors?.[0]?.extensions as { code: string }).code).toBe('REFUSED');
  });
});

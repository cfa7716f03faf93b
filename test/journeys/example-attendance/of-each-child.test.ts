import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Temporal } from 'temporal-polyfill';
import type { As } from '../../support/hub.js';
import { marksOutside } from '../../support/counted.js';
import { areas } from './areas.js';
import { expectedOf } from './expected-figures.js';
import { openToAdviser } from './oracle-triangulation.js';
import { marksOutsideRoll } from './oracle.js';
import { type ExampleHub, loadExample, schoolOf } from './load-example.js';

const figures =
  'possible attended authorisedAbsence unauthorisedAbsence late attendancePercent persistentlyAbsent severelyAbsent lastAttendedOn';
const own = `query Own($id: ID!, $from: Date!, $to: Date!) {
  child(id: $id) { education { attendance(from: $from, to: $to) { ${figures} } } } }`;
const whileHeld = `query While($id: ID!, $status: SocialCareStatus!, $from: Date!, $to: Date!) {
  child(id: $id) { virtualSchool { attendanceWhile(status: $status, from: $from, to: $to) { ${figures} } } } }`;

/** Our names of the figures that an example writes in short. */
const names: Readonly<Record<string, string>> = {
  authorised: 'authorisedAbsence',
  unauthorised: 'unauthorisedAbsence',
  percent: 'attendancePercent',
  persistent: 'persistentlyAbsent',
  severe: 'severelyAbsent',
};

const asShown = ({ trap: _trap, ...said }: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(said).map(([name, value]) => [names[name] ?? name, value]));

describe.each(areas())('of each child of %s', (_, area) => {
  let hub: ExampleHub;
  const expected = expectedOf(area);
  const days = {
    from: area.weeks[0],
    to: Temporal.PlainDate.from(area.weeks.at(-1) ?? area.asAt)
      .add({ days: 6 })
      .toString(),
  };
  beforeAll(async () => {
    hub = await loadExample(area);
  });
  afterAll(() => hub.close());

  async function ask(as: As, document: string, variables: Record<string, unknown>) {
    const { body } = await hub.post(as, document, { ...days, ...variables });
    expect(body.errors).toBeUndefined();
    return body.data?.['child'] as Record<string, Record<string, unknown> | null> | null;
  }

  it.each(area.children.map((child) => [child.key, child] as const))(
    'education counts what the rules count: %s',
    async (key, child) => {
      const as = { persona: 'senco', school: schoolOf(child) } as const;
      const shown = await ask(as, own, { id: hub.idOf(key) });
      expect(shown?.['education']?.['attendance']).toEqual(asShown(expected.ofEachChild[key] ?? {}));
    },
  );

  it.each(
    expected.attendanceWhile
      // What was held and ended is nobody's to ask of one child.
      .filter(({ child }) => openToAdviser(area).includes(child))
      .map((row) => [row.child, row.status, row] as const),
  )('the virtual school counts %s while %s', async (child, status, { child: _child, status: _status, ...said }) => {
    const shown = await ask({ persona: 'virtual-school-adviser' }, whileHeld, { id: hub.idOf(child), status });
    expect(shown?.['virtualSchool']?.['attendanceWhile']).toMatchObject(asShown(said));
  });

  it('and every mark outside an enrolment is told to the data manager, and no other', async () => {
    const outside = area.children.flatMap((child) => marksOutsideRoll(child));
    expect(await marksOutside(hub)).toBe(outside.length);
  });
});

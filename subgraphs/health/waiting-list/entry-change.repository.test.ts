import { describe, expect, it } from '@jest/globals';
import type { Writing } from '../../../platform/db/write-unit.js';
import { type AcceptedChange, changeEntries } from './entry-change.repository.js';
import { madeChange } from './made-change.js';
import { WaitingStatus } from './status.js';
import type { WaitingListEntryRow } from './waiting-list-entry.row.js';

/** Writes nothing, and notes what it was asked for. */
function noting() {
  const sent: string[] = [];
  const related: unknown[] = [];
  const said: (readonly [topic: string, children: readonly string[]])[] = [];
  const writing = {
    query: (text: string) => {
      sent.push(text);
      return Promise.resolve([]);
    },
    relate: (_: string, rows: readonly unknown[]) => Promise.resolve(related.push(...rows)),
    emit: (topic: string, children: readonly string[]) => {
      if (children.length > 0) said.push([topic, children]);
      return Promise.resolve();
    },
  } as unknown as Writing;
  return { writing, sent, related, said };
}

function changed(at: number, to = WaitingStatus.TRIAGE, from = WaitingStatus.REFERRED): AcceptedChange {
  const row = {
    ...{ id: `entry ${String(at)}`, childId: `child ${String(at)}`, providerOds: 'XAC01', entryRef: String(at) },
    ...{ status: from, statusOn: '2026-09-01', receivedOn: '2026-09-01', cameOn: null, version: 1 },
    nextAppointmentOn: null,
  } as WaitingListEntryRow;
  const asked = { to, effectiveOn: '2026-09-20', expectedVersion: 1 };
  return { row, ...madeChange(row, [], asked) };
}

describe('changes of entries', () => {
  it('take as many statements for two hundred as for one', async () => {
    const [one, many] = [noting(), noting()];
    await changeEntries(one.writing, [changed(0)], 'Robin');
    await changeEntries(
      many.writing,
      Array.from({ length: 200 }, (_, at) => changed(at)),
      'Robin',
    );
    expect(many.sent).toEqual(one.sent);
    expect(one.sent.length).toBeGreaterThan(2);
    expect(many.said).toEqual([
      ['waiting-list-entry-changed', Array.from({ length: 200 }, (_, at) => `child ${String(at)}`)],
    ]);
  });

  it('relate a child anew where the referral ends another day, and only there', async () => {
    const { writing, related } = noting();
    const { DISCHARGED, SEEN_FIRST, TRIAGE, REFERRED } = WaitingStatus;
    await changeEntries(
      writing,
      [changed(0), changed(1, DISCHARGED, SEEN_FIRST), changed(2, REFERRED, TRIAGE)],
      'Robin',
    );
    expect(related).toEqual([
      {
        ...{ childId: 'child 1', grantee: 'org:XAC01', basis: 'REFERRAL', reference: 'entry/1' },
        ...{ from: '2026-09-01', until: '2026-10-18' },
      },
    ]);
  });

  it('are nothing where there are none', async () => {
    const { writing, sent } = noting();
    await changeEntries(writing, [], 'Robin');
    expect(sent).toEqual([]);
  });
});

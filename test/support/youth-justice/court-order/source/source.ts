import { csvParser, type CsvFields } from '../../../../../platform/ingest/csv.js';
import type { IngestSource } from '../../../../../platform/ingest/ingest-source.js';
import { identifiersOf, upnIn } from '../../../../../platform/ingest/person-field.js';
import { RecordDraft } from '../../../../../platform/ingest/record-draft.js';
import type { RecordSource } from '../../../../../platform/ingest/record-source.js';
import { courtOrder } from '../court-order.repository.js';

const columns = ['team', 'case_ref', 'uln', 'upn', 'surname', 'forename', 'dob', 'opened_on', 'closed_on'].map(
  (name) => ({ name, required: true, meaning: name, example: '' }),
);

interface OrderFact {
  readonly orderRef: string;
  readonly openedOn: string;
  readonly closedOn: string | null;
}

/** Its word prevails over every other's, and a learner's number is right where it says so: nobody else's is like that. */
const teamRecords: RecordSource = {
  ...{ name: 'court-orders', organisation: /^YJ\d$/, precedence: 5, verifies: ['ULN'], showsResidence: false },
  keyOf: (key) => (/^\d+$/.test(key) ? key : null),
  written: { organisation: 'the team', key: 'its number of the case' },
};

/** What a sixth domain takes in: children's court orders, one a line. */
export const courtOrders: IngestSource<CsvFields<string>, OrderFact> = {
  format: {
    name: 'court-orders',
    columns,
    parse: csvParser({ source: 'court-orders', columns }),
    map(parsed, bounds) {
      const draft = new RecordDraft(parsed, bounds);
      const { team = '', case_ref: sourceKey = '', forename = '', surname = '' } = parsed.fields;
      const person = {
        ...{ source: `${teamRecords.name}:${team}`, sourceKey, given: forename, family: surname, preferred: null },
        ...{
          previousFamily: null,
          dateOfBirth: draft.requiredDate('dob', 'birth'),
          sex: 'UNKNOWN' as const,
          postcode: null,
        },
        identifiers: identifiersOf(['ULN', draft.text('uln')], ['UPN', upnIn(draft, 'upn')]),
      } as const;
      const openedOn = draft.requiredDate('opened_on', 'event');
      return draft.finish(person, [{ orderRef: sourceKey, openedOn, closedOn: draft.date('closed_on', 'event') }]);
    },
  },
  records: teamRecords,
  tiers: ['T3'],
  expectedEvery: '30 days',
  async write(writing, records) {
    const rows = records.flatMap(({ childId, facts }) =>
      facts.flatMap((fact) => (childId === null ? [] : [{ ...fact, childId }])),
    );
    const written = await writing.upsert(courtOrder, rows);
    return { written, unchanged: rows.length - written };
  },
};

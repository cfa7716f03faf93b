import { dayInWords } from '../../../platform/vocabulary/day-in-words.js';
import type { AgendaItemRow } from '../team-around-school/agenda-item.row.js';
import type { StoredChange } from '../team-around-school/stored-item.js';
import { doneBy, type OwnChange } from './own-change.js';

/** An item of an agenda with all that was done with it. */
export interface ChangedItem extends Pick<AgendaItemRow, 'id' | 'childId' | 'schoolUrn' | 'meetingOn' | 'outcome'> {
  readonly closed: boolean;
  readonly history: readonly StoredChange[];
}

const onAgenda = 'On the agenda of the team around the school';

/**
 * The changes of an item of an agenda, told as far as agendas tell of it. Of one that was taken off without a word, which is on
 * none, one is left: that something was taken off. What a safeguarding lead decided is told with the item alone: beside
 * changes of other children it would say of whom there was something to decide.
 */
export function agendaChanges(item: ChangedItem): OwnChange[] {
  const inOrder = item.history.toSorted((a, b) => a.version - b.version);
  if (item.closed && item.outcome === null) return inOrder.slice(-1).map((last) => takenOff(item, last));
  let outcome: string | null = null;
  return inOrder.flatMap((done) => {
    const before = outcome;
    outcome = done.change === 'OUTCOME_RECORDED' || done.change === 'CLOSED' ? (done.words ?? before) : before;
    const words = inWords(item, done, { before, outcome });
    return words ? [{ ...placeOf(item, done), ...doneBy(done), ...words }] : [];
  });
}

const placeOf = ({ id, childId, schoolUrn }: ChangedItem, { version }: StoredChange) => ({
  ...{ key: `agenda/${id}/${String(version)}`, recordId: childId, facet: null, tier: 'T2' as const },
  teamUrn: schoolUrn,
});

const takenOff = (item: ChangedItem, last: StoredChange): OwnChange => ({
  ...placeOf(item, last),
  ...{ ...doneBy(last), what: 'An item of the agenda was taken off', from: null, to: null, by: null },
});

function inWords(
  { meetingOn }: ChangedItem,
  { change, words }: StoredChange,
  { before, outcome }: { readonly before: string | null; readonly outcome: string | null },
): Pick<OwnChange, 'what' | 'from' | 'to'> | null {
  const meeting = `For the meeting on ${dayInWords(meetingOn)}`;
  switch (change) {
    case 'RAISED':
      return { what: onAgenda, from: null, to: meeting };
    case 'RENEWED':
      return { what: onAgenda, from: meeting, to: 'Kept for another 28 days' };
    case 'OUTCOME_RECORDED':
      return { what: 'What the team around the school decided', from: before, to: outcome };
    case 'CLOSED':
      return words === null
        ? { what: onAgenda, from: meeting, to: null }
        : { what: 'What the team around the school decided', from: before, to: outcome };
    case 'OPENED':
    case 'DECLINED':
      return null;
  }
}

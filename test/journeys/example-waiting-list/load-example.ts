import { randomUUID } from 'node:crypto';
import { operations } from '../../../cli/schema-files.js';
import { testHub, type As, type TestHub } from '../../support/hub.js';
import { type Line, listed, pupil, take } from '../../support/partner-files.js';
import { settle } from '../../support/settle.js';
import { type EntryAnswered, entriesOf } from './ask-waits.js';
import type { Example, ExampleEntry, ExampleStep } from './example.js';

/** How an example's steps come into the hub: a provider's list after another, or by hand after the first. */
export type Way = 'files' | 'mutations';

/** A hub that stands at a day, and has heard of every referral of the example and each of its steps. */
export interface ExampleHub extends TestHub {
  readonly area: Example;
  /** The hub's own id of the child of an entry. */
  childOf(entry: ExampleEntry): string;
}

/** Who keeps a provider's list. */
export const keeperOf = (providerOds: string): As => ({ persona: 'health-admin', provider: providerOds });

const update = operations().find(({ name }) => name === 'update-waiting-list-entry')?.text ?? '';

const word = (is: boolean): string => (is ? 'Y' : 'N');

/** The entry in which an entry's wait goes on, where the example has one. */
const nextOf = ({ entries }: Example, { continuesAs }: ExampleEntry): ExampleEntry | undefined =>
  entries.find(({ ref }) => ref === continuesAs);

/** Its provider's list names an entry as it stands after a step. */
function lineOf(area: Example, entry: ExampleEntry, { to, on, ...step }: ExampleStep): Line {
  const { child, continuesFrom } = entry;
  const from = area.entries.find(({ ref }) => ref === continuesFrom);
  const sentOn = to === 'REDIRECTED' ? nextOf(area, entry) : undefined;
  return {
    ...{ provider_ods: entry.providerOds, provider_name: `Provider ${entry.providerOds}`, entry_ref: entry.ref },
    ...{ nhs_number: child.nhsNumber, surname: child.family, forename: child.given, dob: child.dateOfBirth },
    ...{ sex: '', postcode: '', service: entry.service, status: to, status_on: on, priority: 'ROUTINE' },
    ...{ received_on: entry.receivedOn, next_step: '', next_appointment_on: '', support_while_waiting: '' },
    ...{ referred_by: '', reason: step.reason ?? '', clinician_name: '', appointment_on: step.appointmentOn ?? '' },
    ...{ first_appointment: word(step.firstAppointment), properly_offered: word(step.properlyOffered) },
    ...{ was_not_brought: word(step.wasNotBrought), cancelled_by: step.cancelledBy ?? '' },
    ...{ redirect_to: sentOn?.service ?? '', redirect_provider: sentOn?.providerOds ?? '' },
    ...{ baseline_outcome_on: entry.baselineOutcomeOn ?? '', care_plan_on: entry.carePlanOn ?? '' },
    continues_from: from ? `${from.providerOds}|${from.ref}` : '',
  };
}

/** Of the lists that follow on one another, the one of a number. */
const listOf = (area: Example, entries: readonly ExampleEntry[], at: number): Line[] =>
  entries.flatMap((entry) => {
    const step = entry.history[at];
    return step ? [lineOf(area, entry, step)] : [];
  });

/** The step in the words of the change that makes it. */
function inputOf(area: Example, entry: ExampleEntry, step: ExampleStep): Record<string, unknown> {
  const { to, on, reason, appointmentOn, firstAppointment, properlyOffered, wasNotBrought, cancelledBy } = step;
  const sentOn = to === 'REDIRECTED' ? nextOf(area, entry) : undefined;
  return {
    ...{ to, effectiveOn: on, firstAppointment, properlyOffered, wasNotBrought },
    ...(reason !== undefined && { reason }),
    ...(cancelledBy !== undefined && { cancelledBy }),
    ...(to === 'BOOKED' && { nextAppointmentOn: appointmentOn }),
    ...(sentOn && { redirectTo: sentOn.service, redirectProviderId: sentOn.providerOds }),
    // What is known of the dates is said with the last step.
    ...(step === entry.history.at(-1) && {
      baselineOutcomeOn: entry.baselineOutcomeOn,
      carePlanOn: entry.carePlanOn,
    }),
  };
}

/** Lists of the providers a child is sent on to, which hold nobody: an entry in error makes a provider known. */
function emptyLists(area: Example): Line[] {
  const known = new Set(
    area.entries.filter(({ continuesFrom }) => continuesFrom === null).map((one) => one.providerOds),
  );
  const others = area.entries.filter(({ providerOds }) => !known.has(providerOds));
  return others.map(({ providerOds }, at) =>
    listed(pupil(at + 1), 'ENTERED_IN_ERROR', {
      provider_ods: providerOds,
      status_on: area.asAt,
      received_on: area.asAt,
    }),
  );
}

async function idsOf(hub: TestHub, { entries }: Example): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  const question = 'query Find($value: String!) { childByIdentifier(type: NHS_NUMBER, value: $value) { id } }';
  for (const { providerOds, child } of entries) {
    const { body } = await hub.post(keeperOf(providerOds), question, { value: child.nhsNumber });
    const found = body.data?.['childByIdentifier'] as { id: string } | null | undefined;
    // The provider of a referral that was closed long ago finds the child no more.
    if (found) ids.set(child.nhsNumber, found.id);
  }
  return ids;
}

/** Asks for one change, as the provider's own staff do. */
export async function change(hub: TestHub, entry: ExampleEntry, held: EntryAnswered, input: Record<string, unknown>) {
  const { body } = await hub.post(keeperOf(entry.providerOds), update, {
    input: { id: held.id, expectedVersion: held.version, idempotencyKey: randomUUID(), ...input },
  });
  if (body.errors) throw new TypeError(JSON.stringify(body.errors));
  return body.data?.['updateWaitingListEntry'] as { readonly __typename: string; readonly entry?: EntryAnswered };
}

async function stepByHand(hub: ExampleHub, entry: ExampleEntry): Promise<void> {
  const [found] = (await entriesOf(hub, keeperOf(entry.providerOds), hub.childOf(entry))).filter(
    ({ service, provider }) => service === entry.service && provider?.id === entry.providerOds,
  );
  if (!found) throw new TypeError(`The provider does not see ${entry.ref}.`);
  let held = found;
  for (const step of entry.history.slice(1)) {
    const answer = await change(hub, entry, held, inputOf(hub.area, entry, step));
    if (!answer.entry) throw new TypeError(`${entry.ref}: ${JSON.stringify(answer)}`);
    held = { ...held, version: answer.entry.version };
  }
}

/** Loads the example into an empty hub, in one of the ways its steps may come. */
export async function loadExample(area: Example, way: Way, today: string = area.asAt): Promise<ExampleHub> {
  const hub = await testHub({ today });
  // A redirected child's next entry is made by the change that says so; where lists say it, by the next provider's list.
  const listedFirst = area.entries.filter(({ continuesFrom }) => way === 'files' || continuesFrom === null);
  await take(hub, 'waiting-list', listOf(area, listedFirst, 0));
  if (way === 'mutations' && listedFirst.length < area.entries.length)
    await take(hub, 'waiting-list', emptyLists(area));
  await settle(hub);
  const ids = await idsOf(hub, area);
  const example: ExampleHub = { ...hub, area, childOf: ({ child }) => ids.get(child.nhsNumber) ?? '' };
  if (way === 'mutations') for (const entry of area.entries) await stepByHand(example, entry);
  else
    for (let at = 1; listOf(area, area.entries, at).length > 0; at++)
      await take(hub, 'waiting-list', listOf(area, area.entries, at));
  await settle(hub);
  return example;
}

import type { Client } from 'pg';
import type { roleNames } from './names.js';
import type { Domain } from '../vocabulary/domain.js';

/** The door itself. */
const openFunction =
  'access.open(text, text, text[], text[], text[], text[], text[], text[], int[], text[], int[], jsonb)';

/** What a domain's app login may call: each asks first who speaks, and answers nobody with nothing. */
const forApps = [
  'ctx.claims()',
  'ctx.told_day()',
  'ctx.today()',
  'ctx.now()',
  'ctx.permitted(text, text, text, text)',
  'ctx.permitted_facets(text, text, text, text[])',
  'ctx.keys(uuid[])',
  'ctx.opened()',
  'ctx.system()',
  'ctx.system_does(text)',
  'ctx.grantees()',
  openFunction,
  'access.note_refused(text, text, text, text[], text, int)',
  'access.relate(text, text, jsonb)',
  'access.relate_exactly(text, text, uuid[], text[], jsonb)',
  'access.join_team(text, text, timestamptz, timestamptz)',
  'access.held_under(text, text, uuid, text, text)',
  'access.restricted(text, text, uuid)',
  'access.forgotten_among(text, text, uuid[])',
  'access.emit(text, text, uuid[])',
  'access.emit_of_nobody(text, text)',
  'access.has_news(text, text, text, xid8, bigint)',
  'access.read_events(text, text, text, xid8, bigint, int)',
  'access.every_child(text, text, uuid, int)',
  'access.heard_from(text, text, text)',
  'access.say_anew(text, text, text, xid8, bigint)',
  'access.forget_events(text, int)',
  'access.feeds_behind(text, text[], text[], text[], interval)',
] as const;

/** What a domain's owner calls in its migrations. */
const forOwners = [
  'access.secure(regclass, text, text, text, text, text)',
  'access.secure_facets(regclass, text, text, text, text, text[], text)',
  'access.reference(regclass, text, text)',
  'access.furnish(name, text)',
  'access.keep_history(name, text, text)',
  'access.written_by_systems(regclass, text, text, boolean)',
  'access.written_by_its_consumer(regclass, text)',
] as const;

/** Grants a domain's logins the shared functions; what one domain alone may call, the function's own file says. */
export async function grantFunctions(
  admin: Client,
  names: ReturnType<typeof roleNames>,
  domain: Domain,
): Promise<void> {
  await admin.query(`grant execute on function ${forApps.join(', ')} to "${names.app(domain)}"`);
  await admin.query(`grant execute on function ${forOwners.join(', ')} to "${names.owner(domain)}"`);
  // Where domains share a process, the unit of work is opened by their common login.
  await admin.query(`grant execute on function ${openFunction} to "${names.unit}"`);
}

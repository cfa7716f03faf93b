import { randomUUID } from 'node:crypto';
import { parse } from 'graphql';
import { developmentIssuer } from '../platform/auth/dev-issuer.js';
import { coLocated } from '../platform/auth/minter.js';
import { personaNamed, subjectOf } from '../platform/auth/personas.js';
import { subgraphName } from '../platform/db/names.js';
import { Defect } from '../platform/errors/hub-error.js';
import type { SubgraphAnswer } from '../platform/transport/transport.js';
import { Domain } from '../platform/vocabulary/domain.js';
import type { Role } from '../platform/vocabulary/role.js';
import type { Assembly } from './assemble.js';

/** Asks the partnership, through its door, as a persona of a school of the sample area. */
export async function askAs(
  assembly: Assembly,
  { role, school }: { readonly role: Role; readonly school: string },
  document: string,
  variables: Readonly<Record<string, unknown>> = {},
): Promise<SubgraphAnswer> {
  const persona = personaNamed(role);
  const [purpose] = persona.purposes;
  const transport = assembly.transports[subgraphName(Domain.PARTNERSHIP)];
  if (!purpose || !transport) throw new Defect('The partnership cannot be asked as this persona.');
  const minter = await assembly.minter('gateway');
  const voucher = minter.vouch({
    ...subjectOf(persona, { school }),
    iss: developmentIssuer,
    name: persona.title,
    role: persona.role,
    purpose,
    purposes: [...persona.purposes],
    scopes: [...persona.scopes],
    rid: randomUUID(),
  });
  return transport({
    document: parse(document),
    variables,
    request: { school },
    seal: () => minter.seal(voucher, coLocated),
  });
}

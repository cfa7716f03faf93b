import type { Client } from 'pg';
import type { Role } from '../vocabulary/role.js';

/** Who is known by tokens made while developing, before they sign in. */
export interface DevelopmentPeople {
  readonly issuer: string;
  readonly people: readonly {
    readonly sub: string;
    readonly org: string;
    readonly name: string;
    readonly role: Role;
  }[];
}

/** Notes them among the people the hub knows; an empty list takes away whoever was known by that issuer. */
export async function knowDevelopmentPeople(admin: Client, { issuer, people }: DevelopmentPeople): Promise<void> {
  if (people.length === 0) await admin.query('delete from access.known_person where issuer = $1', [issuer]);
  await admin.query(
    `insert into access.known_person (issuer, subject, name, organisation, role, known_since, last_seen)
     select $1, sub, name, org, role, ctx.today(), ctx.today()
     from jsonb_to_recordset($2) x(sub text, name text, org text, role text)
     on conflict (subject, issuer) do nothing`,
    [issuer, JSON.stringify(people)],
  );
}

import type { Verdict } from '../access/permit.js';
import type { Facet } from '../vocabulary/facet.js';
import type { Voucher } from '../auth/minter.js';
import type { OpenRequest } from './merge-requests.js';
import type { OpenedRequest } from './opened-request.js';

/** A statement of fixed text, with its values. */
export interface OpenStatement {
  readonly name: string;
  readonly text: string;
  readonly values: unknown[];
}

const named = {
  name: 'open',
  text: 'select access.open($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) opened',
};

/** The keys of every request, each set of them once: most requests of a unit ask about the same children. */
function setsOf(requests: readonly OpenRequest[]) {
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  const setsOfKeys: number[] = [];
  const keySets = requests.map((request) => {
    const own = request.keys ?? [];
    const name = JSON.stringify(own);
    const known = numbers.get(name);
    if (known !== undefined) return known;
    const number = numbers.size + 1;
    numbers.set(name, number);
    for (const key of own) {
      keys.push(key);
      setsOfKeys.push(number);
    }
    return number;
  });
  return { keySets, keys, setsOfKeys };
}

/** By a request's number, counted from one: what it lists, or seeks. */
function detailsOf(requests: readonly OpenRequest[]): string {
  const details: Record<string, object> = {};
  requests.forEach(({ from, sought }, at) => {
    if (from !== undefined || sought !== undefined) details[String(at + 1)] = { from, sought };
  });
  return JSON.stringify(details);
}

/** The first statement of every unit of work. Whoever opens one asks here: how the database is asked is said once. */
export function openStatement({ claims, tag }: Voucher, requests: readonly OpenRequest[]): OpenStatement {
  const { keySets, keys, setsOfKeys } = setsOf(requests);
  return {
    ...named,
    values: [
      claims,
      tag,
      requests.map(({ holder }) => holder),
      requests.map(({ about }) => about),
      requests.map(({ tier }) => tier),
      requests.map(({ act }) => act),
      requests.map(({ operation }) => operation),
      requests.map(({ kind }) => kind ?? 'child'),
      keySets,
      keys,
      setsOfKeys,
      detailsOf(requests),
    ],
  };
}

/** What `access.open` answers: groups of children, and for each request what is shown of them. */
interface Opened {
  readonly groups: readonly (readonly string[])[];
  readonly requests: readonly {
    readonly shown: readonly (readonly [
      outcome: Verdict['outcome'],
      basis: string,
      group: number,
      facets?: readonly Facet[],
    ])[];
    readonly subjects: OpenedRequest['subjects'];
    readonly version: OpenedRequest['version'];
    /** The day, by child. */
    readonly died: Readonly<Record<string, string>>;
    readonly entitled?: OpenedRequest['entitled'];
  }[];
}

/** Of a group, which may be thousands, one thing is decided: all who live have one verdict between them. */
function verdictsOf({ shown, died }: Opened['requests'][number], groups: Opened['groups']): Map<string, Verdict> {
  const verdicts = new Map<string, Verdict>();
  for (const [outcome, basis, group, facets] of shown) {
    const verdict: Verdict = { outcome, basis, facets: new Set(facets), diedOn: null };
    for (const child of groups[group] ?? []) {
      const diedOn = died[child];
      verdicts.set(child, diedOn === undefined ? verdict : { ...verdict, diedOn });
    }
  }
  return verdicts;
}

/** What the statement's rows answered, request by request. */
export function openedIn(rows: readonly unknown[]): readonly OpenedRequest[] {
  const opened = (rows[0] as { readonly opened: Opened } | undefined)?.opened;
  return (opened?.requests ?? []).map((request) => {
    const { subjects, version, entitled = null } = request;
    return { verdicts: verdictsOf(request, opened?.groups ?? []), subjects, version, entitled };
  });
}

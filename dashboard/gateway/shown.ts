import type { Answer, Fault } from './answer.js';

/** Whom a domain is called on pages. */
export type DomainName = 'EDUCATION' | 'HEALTH' | 'PARTNERSHIP' | 'SOCIAL_CARE' | 'VIRTUAL_SCHOOL';

/** How much of a domain's record the reader sees, and why, as `Child.access` says. */
export interface Access {
  readonly domain: DomainName;
  readonly outcome: 'EXISTENCE_ONLY' | 'FULL' | 'NOT_SHARED' | 'REDACTED';
  readonly because: string;
}

/** How old what a domain told is. */
export interface Freshness {
  readonly asAt: string | null;
  readonly stale: boolean;
  readonly sources: readonly {
    readonly source: string;
    readonly lastReceived: string | null;
    readonly expectedEvery: string | null;
    readonly stale: boolean;
  }[];
}

/**
 * The six answers a value can have. A page handles all of them, for the compiler asks it to: what could not be asked is
 * never shown as none.
 */
export type Shown<T> =
  | { readonly kind: 'held'; readonly value: T }
  /** Nothing is recorded; `seesAll` is false where the reader sees no more than a part, so that there may be some. */
  | { readonly kind: 'none'; readonly seesAll: boolean }
  | { readonly kind: 'unavailable'; readonly domain: DomainName }
  | { readonly kind: 'refused'; readonly because: string }
  | { readonly kind: 'suppressed' }
  /** Held, but older than was agreed. */
  | {
      readonly kind: 'late';
      readonly value: T;
      readonly lastReceived: string | null;
      readonly expectedEvery: string | null;
      /** The domains of which not all that they told is taken in yet, where that is why. */
      readonly behind?: readonly DomainName[];
    };

type Path = readonly (string | number)[];

/**
 * The fault at a path, or above it: what is below could not be answered either. Above stands also what one domain could not
 * add to what others told: of a domain that is given, the faults of others above it are left out.
 */
export function faultAt(faults: readonly Fault[], path: Path, domain?: DomainName): Fault | undefined {
  return faults.find(
    (fault) =>
      fault.path.length <= path.length &&
      fault.path.every((part, at) => part === path[at]) &&
      (fault.path.length === path.length || [undefined, fault.domain].includes(domain) || fault.domain === undefined),
  );
}

/** Whether what a path leads through came: a child, say, to whose record one domain more could have added. */
const stands = (data: unknown, path: Path): boolean =>
  path.slice(0, -1).reduce<unknown>((at, part) => (at as Record<string, unknown> | null)?.[part], data) != null;

const late = <T>(value: T, { sources }: Freshness): Shown<T> => {
  const first = sources.find(({ stale }) => stale);
  return {
    kind: 'late',
    value,
    lastReceived: first?.lastReceived ?? null,
    expectedEvery: first?.expectedEvery ?? null,
  };
};

const missing = (fault: Fault, domain: DomainName): Shown<never> =>
  fault.code === 'REFUSED' ? { kind: 'refused', because: fault.message } : { kind: 'unavailable', domain };

/** What to look at, to say which of the six an answer is. */
export interface Looked<T> {
  /** Without its data where it is known that what the path leads through came. */
  readonly answer: Pick<Answer<unknown>, 'faults'> & Partial<Answer<unknown>>;
  readonly path: Path;
  readonly domain: DomainName;
  readonly value: T | null | undefined;
  /** What the reader may see of the domain, where something says so. */
  readonly access?: Access | undefined;
  /** Whether nothing means that there is nothing; what the access says unless given, and all where nothing says so. */
  readonly seesAll?: boolean;
}

/** Whom the faults at a place itself name: what is there is told, and there may be more. */
const domainsBehind = (faults: readonly Fault[], path: Path): DomainName[] =>
  faults
    .filter(({ code, path: at }) => code === 'SUBGRAPH_UNAVAILABLE' && at.length === path.length)
    .filter((fault) => faultAt([fault], path) !== undefined)
    .flatMap(({ domain }) => (domain === undefined ? [] : [domain as DomainName]));

/** An empty list holds nothing. */
const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;

/** What an absent part of something that was told means. */
export type Absence = 'none' | 'none-seen' | 'not-known';

/**
 * Of a record or list that came, part of which may be missing: an absent part is not none where there is a fault below, or above,
 * which is what one domain could not add to what others told; of a domain that is given, what others could not add above is left
 * out. A fault at the place itself says that there may be more.
 */
export function absenceIn(faults: readonly Fault[], path: Path, seesAll: boolean, domain?: DomainName): Absence {
  const missed = faults.some(
    (fault) =>
      fault.code !== 'REFUSED' &&
      path.slice(0, fault.path.length).every((part, at) => part === fault.path[at]) &&
      (fault.path.length > path.length ||
        (fault.path.length < path.length &&
          (domain === undefined || fault.domain === undefined || fault.domain === domain))),
  );
  if (missed) return 'not-known';
  return seesAll ? 'none' : 'none-seen';
}

/** Which of the six a value is that no freshness is told of. */
export function shown<T>({ answer, path, domain, value, access, seesAll }: Looked<T>): Shown<T> {
  const behind = domainsBehind(answer.faults, path);
  if (behind.length > 0 && value != null && !isEmpty(value))
    return { kind: 'late', value, lastReceived: null, expectedEvery: null, behind };
  const whole = answer.data === undefined || stands(answer.data, path);
  const fault = faultAt(answer.faults, path, whole ? domain : undefined);
  if (fault) return missing(fault, behind[0] ?? domain);
  if (value != null && !isEmpty(value)) return { kind: 'held', value };
  if (access?.outcome === 'NOT_SHARED') return { kind: 'refused', because: access.because };
  return { kind: 'none', seesAll: seesAll ?? (access === undefined || access.outcome === 'FULL') };
}

/** Which of the six a domain's record is. */
export function shownRecord<T extends Freshness>(looked: Looked<T>): Shown<T> {
  const found = shown(looked);
  return found.kind === 'held' && found.value.stale ? late(found.value, found.value) : found;
}

/** A value of a record: as the record is where that has none, or is late. An empty list is none. */
export function within<T, U>(record: Shown<T>, valueOf: (record: T) => U | null | undefined, seesAll = true): Shown<U> {
  if (record.kind !== 'held' && record.kind !== 'late') return record;
  const value = valueOf(record.value);
  if (value == null || isEmpty(value)) return { kind: 'none', seesAll };
  return record.kind === 'late' ? { ...record, value } : { kind: 'held', value };
}

/** A figure that may be hidden for being of few children. */
export const figure = <T>(value: T | null | undefined, suppressed: boolean): Shown<T> => {
  if (suppressed) return { kind: 'suppressed' };
  return value == null ? { kind: 'none', seesAll: true } : { kind: 'held', value };
};

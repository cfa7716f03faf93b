import type { AccessRequest, Subjects } from '../access/permit.js';

/** A request as `access.open` reads it. */
export interface OpenRequest extends Pick<AccessRequest, 'holder' | 'about' | 'tier' | 'act' | 'operation'> {
  readonly kind?: string;
  readonly keys?: readonly string[];
  readonly from?: unknown;
  readonly sought?: object;
}

/** What keeps a request from being asked together with others of its kind; nothing does where empty. */
function apart(subjects: Subjects, at: number): string {
  if ('alone' in subjects) return subjects.keys[0];
  return 'from' in subjects || 'sought' in subjects ? `#${String(at)}` : '';
}

/**
 * One request a (holder, about, tier, act, operation, kind): its keys are the union of what was asked for in this
 * turn. A list and a search keep a request of their own, and so does each question that is asked alone. `of` says which request each item became.
 */
export function mergeRequests(items: readonly (AccessRequest & { readonly subjects: Subjects })[]): {
  readonly requests: readonly OpenRequest[];
  readonly of: readonly number[];
} {
  const groups = new Map<string, { request: AccessRequest; subjects: Subjects; keys: Set<string> }>();
  const of = items.map((item, at) => {
    const kind = 'kind' in item.subjects ? item.subjects.kind : 'child';
    const name = [item.holder, item.about, item.tier, item.act, item.operation, kind, apart(item.subjects, at)].join(
      ' ',
    );
    const group = groups.get(name) ?? { request: item, subjects: item.subjects, keys: new Set<string>() };
    groups.set(name, group);
    const keys =
      'children' in item.subjects ? item.subjects.children : 'keys' in item.subjects ? item.subjects.keys : [];
    for (const key of keys) group.keys.add(key);
    return [...groups.keys()].indexOf(name);
  });
  const requests = [...groups.values()].map(({ request, subjects, keys }): OpenRequest => {
    const { holder, about, tier, act, operation } = request;
    const frame = { holder, about, tier, act, operation };
    const from = 'from' in subjects ? { from: subjects.from } : {};
    if (!('kind' in subjects) && 'from' in subjects) return { ...frame, ...from };
    const sought = 'sought' in subjects ? { sought: subjects.sought } : {};
    return { ...frame, kind: 'kind' in subjects ? subjects.kind : 'child', keys: [...keys], ...from, ...sought };
  });
  return { requests, of };
}

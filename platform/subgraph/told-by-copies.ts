import {
  defaultFieldResolver,
  type GraphQLFormattedError,
  type GraphQLResolveInfo,
  type GraphQLSchema,
  isObjectType,
  responsePathAsArray,
} from 'graphql';
import { Defect, type ErrorCode } from '../errors/hub-error.js';
import type { Behind } from '../events/behind.repository.js';
import type { Consumer } from '../events/consumer.js';

type Feed = Pick<Consumer, 'name' | 'shownIn'>;

interface Noted {
  readonly at: readonly (string | number)[];
  readonly feeds: readonly Feed[];
  readonly behind: Promise<Behind>;
}

const code: ErrorCode = 'SUBGRAPH_UNAVAILABLE';
const notAllHeard = 'Not all that this domain has told is taken in yet: there may be more than is shown.';
const notKnown = 'It could not be asked whether all that other domains have told is taken in.';

/**
 * The fields of one answer that are made of copies of other domains' facts. What a copy has is shown; where the feed that keeps
 * it is behind, an error at the field names the domain of which there may be more: what was not heard is never shown as none.
 */
export class ToldByCopies {
  private readonly noted = new Map<string, Noted>();

  constructor(private readonly behind: () => Promise<Behind>) {}

  /**
   * A field that is about to be answered. How far the feeds have got is asked before the copies are read, so that nothing which
   * is heard in between is missing unsaid. Of a list's items the first stands for all: it is a fact of the feed, not of a child.
   */
  note(path: GraphQLResolveInfo['path'], feeds: readonly Feed[]): void {
    const at = responsePathAsArray(path);
    const place = JSON.stringify(at.map((part) => (typeof part === 'number' ? 0 : part)));
    if (this.noted.has(place)) return;
    const behind = this.behind();
    behind.catch(() => undefined);
    this.noted.set(place, { at, feeds, behind });
  }

  /** What of the answer is late, but where it says already that it could not be given. */
  async late(failed: readonly GraphQLFormattedError[]): Promise<GraphQLFormattedError[]> {
    const answered = [...this.noted.values()].filter(
      ({ at }) => !failed.some(({ path }) => path?.every((part, depth) => part === at[depth])),
    );
    const errors = await Promise.all(answered.map(lateOf));
    return errors.flat();
  }
}

async function lateOf({ at, feeds, behind }: Noted): Promise<GraphQLFormattedError[]> {
  try {
    const found = await behind;
    const domains = new Set(feeds.flatMap(({ name }) => found.get(name) ?? []));
    return [...domains].sort().map((domain) => ({ message: notAllHeard, path: at, extensions: { code, domain } }));
  } catch {
    return [{ message: notKnown, path: at, extensions: { code } }];
  }
}

/** The consumers by the fields that show what they keep. */
function feedsOfFields(consumers: readonly Feed[]): ReadonlyMap<string, readonly Feed[]> {
  const byField = new Map<string, Feed[]>();
  for (const feed of consumers)
    for (const field of feed.shownIn ?? []) byField.set(field, [...(byField.get(field) ?? []), feed]);
  return byField;
}

/** Has every field that shows what a consumer keeps noted in the answer. Throws Defect where there is no such field. */
export function noteCopies(schema: GraphQLSchema, consumers: readonly Feed[]): GraphQLSchema {
  for (const [coordinate, feeds] of feedsOfFields(consumers)) {
    const [typeName = '', fieldName = ''] = coordinate.split('.');
    const type = schema.getType(typeName);
    const field = isObjectType(type) ? type.getFields()[fieldName] : undefined;
    if (!field) throw new Defect(`${feeds.map(({ name }) => name).join(', ')} is said to be shown in ${coordinate}.`);
    const resolve = field.resolve ?? defaultFieldResolver;
    field.resolve = (source, args, context: { readonly copies?: ToldByCopies }, info) => {
      context.copies?.note(info.path, feeds);
      return resolve(source, args, context, info);
    };
  }
  return schema;
}

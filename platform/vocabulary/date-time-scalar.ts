import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { Temporal } from 'temporal-polyfill';

// As for a Date: what the database can hold and the hub can reckon with. A year of another length sorts outside of it.
const [FIRST, END] = ['1900', '9900'] as const;

function instant(value: unknown): string {
  if (typeof value !== 'string') throw new GraphQLError('A DateTime is an ISO 8601 instant.');
  try {
    const read = Temporal.Instant.from(value).toString({ fractionalSecondDigits: 3 });
    if (read >= FIRST && read < END) return read;
  } catch {
    throw new GraphQLError('A DateTime is an ISO 8601 instant with its offset from UTC.');
  }
  throw new GraphQLError('A DateTime is an ISO 8601 instant of the years 1900 to 9899.');
}

/**
 * An instant in ISO 8601, e.g. `2026-09-07T08:30:00.000Z`. What comes in must carry an offset and becomes UTC to the
 * millisecond; what goes out is a string as it is, or a JavaScript Date, which is what pg makes of a timestamptz.
 */
export const DateTimeScalar = new GraphQLScalarType<string, string>({
  name: 'DateTime',
  description: 'An instant, written as ISO 8601 in UTC, for example 2026-09-07T08:30:00.000Z.',
  serialize(value) {
    if (value instanceof Date) return value.toISOString();
    if (typeof value !== 'string') throw new GraphQLError('A DateTime is sent as a string.');
    return value;
  },
  parseValue: instant,
  parseLiteral: (node) => instant(node.kind === Kind.STRING ? node.value : undefined),
});

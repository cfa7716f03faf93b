import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { Temporal } from 'temporal-polyfill';

const SHAPE = /^\d{4}-\d{2}-\d{2}$/;

function plainDate(value: unknown): string {
  if (typeof value !== 'string' || !SHAPE.test(value)) throw new GraphQLError('A Date is written YYYY-MM-DD.');
  try {
    return Temporal.PlainDate.from(value, { overflow: 'reject' }).toString();
  } catch {
    throw new GraphQLError('A Date must be a day of the calendar.');
  }
}

/**
 * A plain date `YYYY-MM-DD`: no time, no zone; a string inside the hub too. What comes in is validated; what goes out
 * comes from date columns and is sent as it is. Its errors never repeat the value, which may be a child's.
 */
export const DateScalar = new GraphQLScalarType<string, string>({
  name: 'Date',
  description: 'A day of the calendar, written YYYY-MM-DD: no time of day, no time zone.',
  serialize(value) {
    if (typeof value !== 'string') throw new GraphQLError('A Date is sent as a string.');
    return value;
  },
  parseValue: plainDate,
  parseLiteral: (node) => plainDate(node.kind === Kind.STRING ? node.value : undefined),
});

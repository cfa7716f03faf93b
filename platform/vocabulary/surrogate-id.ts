/**
 * Whether a text has the shape of the hub's own ids. One of another shape is nobody's; sent on to the database it would
 * fail the whole unit it is in.
 */
export const isSurrogateId = (id: unknown): id is string =>
  typeof id === 'string' && /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);

import { isSurrogateId } from '../vocabulary/surrogate-id.js';

/** A child as a domain that adds to it is handed one: the id alone, of which nothing is known yet; null for what is no id. */
export const childStub = ({ id }: Readonly<Record<string, unknown>>): { readonly id: string } | null =>
  isSurrogateId(id) ? { id } : null;

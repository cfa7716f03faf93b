import type { Domain } from '../vocabulary/domain.js';

/** The PostgreSQL schema of a domain, and the stem of its roles. */
export const schemaOf = (domain: Domain): string => domain.toLowerCase();

/** The subgraph's name in the graph, on the command line and in addresses. */
export const subgraphName = (domain: Domain): string => domain.toLowerCase().replaceAll('_', '-');

/** Roles are server-wide, so their names carry the database's. */
export const roleNames = (prefix: string) => ({
  access: `${prefix}_access`,
  maintain: `${prefix}_maintain`,
  unit: `${prefix}_unit`,
  operator: `${prefix}_operator`,
  owner: (domain: Domain) => `${prefix}_${schemaOf(domain)}_owner`,
  app: (domain: Domain) => `${prefix}_${schemaOf(domain)}`,
});

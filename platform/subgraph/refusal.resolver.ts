import 'reflect-metadata';
import { Arg, Ctx, Directive, Int, Mutation, Resolver } from 'type-graphql';
import { Refused } from '../errors/hub-error.js';
import { manyUpTo, nameLength } from '../graphql/text-limit.js';
import type { SubgraphContext } from './manifest.js';

/**
 * Every subgraph's: how the gateway tells a domain of what it refused by scope. Not in the graph that clients see; and
 * were it called by one, all it could do is to write down that this very caller was refused.
 */
@Resolver()
export class RefusalResolver {
  @Directive('@inaccessible')
  @Directive('@shareable')
  @Mutation(() => Boolean, {
    nullable: true,
    description:
      'Internal: writes down that the caller was refused these fields by scope. For the gateway, which refuses them before the domain is asked. False where as many are written down within a minute as are kept.',
  })
  async noteRefused(
    @Arg('fields', () => [String], {
      description: manyUpTo(50, nameLength, 'Schema coordinates, such as Child.health.'),
    })
    fields: string[],
    @Arg('write', () => Boolean, { description: 'Whether they were asked for in a mutation.' }) write: boolean,
    @Arg('times', () => Int, { description: 'For how many requests this stands, at least 1.' }) times: number,
    @Ctx() { caller, noteRefused }: SubgraphContext<unknown>,
  ): Promise<boolean> {
    if (caller.operations !== null) throw new Refused('A system is held to its operations, not to scopes.');
    return noteRefused({ fields, write, times });
  }
}

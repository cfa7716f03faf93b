-- What digests are made with: see access.digest.

reset role;
grant usage on schema crypto to {{prefix}}_maintain;
set local role {{owner}};

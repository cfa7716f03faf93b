-- Who is asking, verified by the database itself. {{prefix}} is the name the server's roles carry.
-- Run by hub migrate as {{prefix}}_access, which nobody can log in as.

create table ctx.setting (
  one boolean primary key default true check (one),
  prefix text not null,
  -- Seals permitted sets within a transaction; known to nobody outside this schema.
  seal bytea not null
);
insert into ctx.setting (prefix, seal) values ('{{prefix}}', crypto.gen_random_bytes(32));

create table ctx.key (
  kid text primary key,
  minter text not null,
  generation int not null,
  hmac bytea not null,
  -- A system's key: the one subject and purpose it may speak for, and the operations (DOMAIN:operation) it is for.
  subject text,
  purpose text,
  operations text[] not null default '{}',
  check ((subject is null) = (purpose is null))
);

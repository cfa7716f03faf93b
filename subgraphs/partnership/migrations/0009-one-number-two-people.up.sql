-- One number, two people: a source gives one of its keys to somebody else, too. Both records stand, each called by what
-- tells it from the other, and neither holds the number until a reviewer decides.
alter table partnership.source_record
  -- The source's own key, under which both came; null where the key is its record's alone.
  add number text,
  add claim text check (claim in ('DISPUTED', 'ANOTHERS', 'HELD')),
  -- The identifiers it would carry, did it hold the number.
  add withheld jsonb,
  add check ((claim is null) = (withheld is null));
create index source_record_number on partnership.source_record (source, number) where number is not null;
grant update (source_key) on partnership.former_version, partnership.match_key to {{prefix}}_partnership;

-- What came of the files of each domain's sources that came last, as the domains tell it: of files and no child. What could not
-- be taken is a file's name, a line and a rule, never a value (docs/decisions/0084).

create table partnership.source_quality (
  domain text not null,
  source text not null,
  -- When something of it was last taken, and how often it is agreed to come; null where nothing ever was, or is.
  last_received timestamptz,
  expected_every text,
  -- When files of it last came, taken or not, how many records were in them, and how many of these were not taken. Null of files
  -- that came before this was counted.
  delivered_at timestamptz,
  received int,
  rejected int,
  -- Which rules were met, how often, with the sentence for the sender.
  rules jsonb not null,
  primary key (domain, source)
);

create table partnership.rejected_line (
  domain text not null,
  source text not null,
  -- Its place among the lines of the source that are told.
  place int not null,
  file text not null,
  line int not null,
  rule text not null,
  reason text not null,
  -- Whether the whole record was not taken, or a part of it was left out.
  whole boolean not null,
  primary key (domain, source, place),
  foreign key (domain, source) references partnership.source_quality on delete cascade
);

select access.reference('partnership.source_quality', 'PARTNERSHIP');
select access.reference('partnership.rejected_line', 'PARTNERSHIP');

-- Who is signed in, and as what, decides what is there to be read.
create policy for_who_answers_for_files on partnership.source_quality as restrictive for select to {{prefix}}_partnership
  using ((select partnership.reads_quality()));
create policy for_who_brings_the_source on partnership.rejected_line as restrictive for select to {{prefix}}_partnership
  using (array[source, '*'] && (select partnership.brings()));

-- Who holds which post at a school, or for a cluster of schools, from day to day: staff, and no child. What a school's directory
-- says takes the place of what it said before.

-- That a directory came, and of which day. Of a school without a row nobody was ever told who works there.
create table partnership.school_directory (
  scope text not null check (scope in ('SCHOOL', 'CLUSTER')),
  -- The school's URN, or what the cluster is called.
  code text not null,
  -- The cluster that a school belongs to; null where its directory names none.
  cluster text check (scope = 'SCHOOL' or cluster is null),
  -- The day as it was on which the directory tells who holds the posts. None of an earlier day takes its place.
  told_on date not null,
  -- Posts of which it has a row that could not be taken: of one of which nothing is held, it is not known who holds it.
  not_taken jsonb not null default '[]',
  primary key (scope, code)
);

create table partnership.school_post (
  id int generated always as identity primary key,
  scope text not null,
  code text not null,
  role text not null,
  -- Null where the directory says that the post is vacant.
  name text,
  -- The subject of the holder's token, where they can sign in. It opens nothing: a seat in the team does.
  user_id text,
  held_from date not null,
  -- The first day the post is no longer theirs.
  held_until date check (held_until > held_from),
  unique nulls not distinct (scope, code, role, name, held_from),
  foreign key (scope, code) references partnership.school_directory on delete cascade
);

-- How to reach who holds a post, apart, because not everyone who may know who that is needs to write to them.
create table partnership.school_contact (
  scope text not null,
  code text not null,
  role text not null,
  name text not null,
  contact text not null,
  primary key (scope, code, role, name),
  foreign key (scope, code) references partnership.school_directory on delete cascade
);

do $$
declare
  the_table regclass;
begin
  foreach the_table in array array['partnership.school_directory', 'partnership.school_post', 'partnership.school_contact']::regclass[] loop
    execute format('grant select, insert, update, delete on %s to {{prefix}}_partnership', the_table);
    execute format('grant select on %s to {{prefix}}_maintain', the_table);
    perform access.written_by_systems(the_table, 'PARTNERSHIP', 'PARTNERSHIP:ingest:WRITE');
  end loop;
end $$;

-- Staff data: who is signed in, and as what, decides what is there to be read.
create policy for_who_works_with_children on partnership.school_directory as restrictive for select to {{prefix}}_partnership
  using ((select partnership.reads_posts()));
create policy for_who_works_with_children on partnership.school_post as restrictive for select to {{prefix}}_partnership
  using ((select partnership.reads_posts()));
create policy for_who_writes_to_them on partnership.school_contact as restrictive for select to {{prefix}}_partnership
  using ((select partnership.reads_contacts()));

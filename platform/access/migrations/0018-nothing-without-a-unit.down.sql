do $$
declare
  change record;
begin
  for change in select * from (values
    ('access.open(text,text,jsonb)', '
  perform access.enter(c);', ''),
    ('access.open(text,text,jsonb)', '
    select ctx.remember(s.holder, s.about, s.tier, s.act, s.seq, s.ids) from sets s
    union all
    select ctx.remember_links(f.holder, f.seq, array(select distinct i from decided e cross join unnest(e.permitted) i))
    from (select d.holder, d.seq from decided d order by d.n limit 1) f)',
      'select ctx.remember(s.holder, s.about, s.tier, s.act, s.seq, s.ids) from sets s)'),
    ('access.claim(text,date,text)', '
  perform ctx.remember_links(''PARTNERSHIP'', row_seq, held);', ''),
    ('access.join_team(text,text,timestamptz,timestamptz)', '-- A seat gives somebody sight of children. It is given to a person the hub knows, and one who has it can always lose it.
  if not access.knows(the_subject)
    and not exists (select from access.membership m where m.team = the_team and m.subject = the_subject) then
    raise exception ''nobody known by this subject'' using errcode = ''HUB31'';
  end if;
  ', ''),
    ('access.reference(regclass,text,text)', '
  perform access.written_by_systems(the_table, holder, holder || '':%:WRITE'');', ''),
    ('access.furnish(name,text)', '
  perform access.written_by_systems(format(''%I.source_receipt'', the_schema)::regclass, holder, holder || '':ingest:WRITE'');
  perform access.written_by_systems(format(''%I.reject'', the_schema)::regclass, holder, holder || '':ingest:WRITE'', false);
  perform access.written_by_its_consumer(format(''%I.event_position'', the_schema)::regclass, holder);', '')) x(name, was, becomes)
  loop
    execute replace(pg_get_functiondef(change.name::regprocedure), change.was, change.becomes);
  end loop;
end $$;

-- Every id a child's rows may stand under, with the id that was asked for.
create or replace function ctx.keys(ids uuid[]) returns table (asked uuid, held uuid)
language plpgsql stable security definer rows 3 set search_path = pg_catalog, pg_temp as $$
begin
  return query
    with root as materialized (
      select i, coalesce((select a.canonical from access.child_alias a where a.held = i), i) r from unnest(ids) i)
    select root.i, root.r from root
    union all
    select root.i, a.held from root join access.child_alias a on a.canonical = root.r;
end $$;

reset role;
do $$
declare
  t record;
  p name;
begin
  for t in
    select c.oid, c.oid::regclass named, pg_get_userbyid(c.relowner) owner from pg_class c
    where exists (select from pg_policy y where y.polrelid = c.oid
      and pg_get_expr(coalesce(y.polqual, y.polwithcheck), c.oid) ~ 'ctx\.system')
  loop
    execute format('set local role %I', t.owner);
    for p in select polname from pg_policy where polrelid = t.oid loop
      execute format('drop policy %I on %s', p, t.named);
    end loop;
    execute format('alter table %s no force row level security, disable row level security', t.named);
    set local role none;
  end loop;
end $$;
set local role {{owner}};

drop function access.written_by_systems(regclass, text, text, boolean), access.written_by_its_consumer(regclass, text),
  access.knows(text), access.enter(jsonb), ctx.linked_shown(uuid[]), access.linked(uuid[]), ctx.linkable(),
  ctx.remember_links(text, bigint, uuid[]), ctx.system_does(text), ctx.system(), ctx.remember_system(jsonb);
drop table access.known_person;

-- What the pack of a meeting may hold, of each request for one (kind `meeting-pack`): the children whom the agenda opens to the
-- team, and whom the caller and every member who is named are shown in full, with the facets that are open to all of them. Each
-- member is decided about like any caller, for the team's purpose, by what connects them as `access.seated` says. Where one does
-- not belong to the team, or the caller does not speak for it, nothing is shown. A request's one key is its question: {school, members, …}, members each once. What each
-- member is shown so is written down. Requests of other kinds stay as they were decided.
create or replace function access.decide_pack(c jsonb, who access.caller, holders text[], abouts text[], tiers text[], acts text[],
  operations text[], kinds text[], a access.asked, v access.verdicts) returns access.verdicts
language plpgsql as $$
declare
  told access.verdicts := v;
  -- By request: its question; null where it is no request for a pack that anybody may make.
  questions constant text[] := array(
    select case when k.kind = 'meeting-pack' and holders[k.n] = 'PARTNERSHIP' and acts[k.n] = 'READ'
      and jsonb_array_length(a.subjects -> k.n::text) = 1 then a.subjects -> k.n::text ->> 0 end
    from unnest(kinds) with ordinality k(kind, n) order by k.n);
  question text;
  school text;
  named text[];
  discussed uuid[];
  member record;
  -- Of one question: its requests, and who is there, each with what was decided about them.
  requests int[];
  present jsonb[];
  heard access.verdicts[];
  common jsonb;
  r int;
begin
  foreach question in array array(select distinct q from unnest(questions) q where q is not null) loop
    school := question::jsonb ->> 'school';
    named := array(select jsonb_array_elements_text(question::jsonb -> 'members'));
    requests := array(select q.n from unnest(questions) with ordinality q(asked, n) where q.asked = question order by q.n);
    discussed := access.discussed(school, a.children, who.moment);
    present := '{}';
    heard := '{}';
    if access.speaks_for(c, school, who.moment) then
      for member in select * from access.seated(school, named, who.moment) s order by s.subject loop
        present := present || jsonb_build_object('sub', member.subject, 'name', member.name, 'org', member.organisation,
          'role', member.role, 'purpose', 'TEAM_AROUND_SCHOOL', 'rid', c ->> 'rid');
        heard := heard || access.decide_person(row(member.role, 'TEAM_AROUND_SCHOOL', false, member.grantees, who.in_force,
          who.today, who.moment, who.known_bases)::access.caller, abouts, tiers, acts, a);
      end loop;
    end if;
    foreach r in array requests loop
      common := '{}';
      if cardinality(named) > 0 and cardinality(named) = cardinality(present) then
        common := (select jsonb_object_agg(f.child, f.facets) from access.in_full(v, r) f
          where f.child::uuid = any (discussed));
        for m in 1 .. cardinality(heard) loop
          common := access.common_to(coalesce(common, '{}'), heard[m], r);
        end loop;
      end if;
      told := access.narrowed(told, r, common);
    end loop;
    for m in 1 .. cardinality(present) loop
      perform access.note_pack(present[m], question, requests, abouts, tiers, operations, told, heard[m]);
    end loop;
  end loop;
  for r in 1 .. cardinality(kinds) loop
    if kinds[r] = 'meeting-pack' and questions[r] is null then told := access.narrowed(told, r, '{}'); end if;
  end loop;
  return told;
end $$;

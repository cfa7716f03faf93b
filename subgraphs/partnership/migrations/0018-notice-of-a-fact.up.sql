-- A notice is of a fact by its domain's own key, which names no record of the child any more: the same fact is told under another
-- record when records are linked, and is the same notice still. So the key is the child's, not the whole area's
-- (docs/decisions/0069).
alter table partnership.notice no force row level security;
alter table partnership.notice drop constraint notice_domain_fact_key_told_as_key;
update partnership.notice set fact_key = regexp_replace(fact_key, '^(suspension|case-closed)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/', '\1/')
  where fact_key ~ '^(suspension|case-closed)/';
alter table partnership.notice add unique (child_id, domain, fact_key, told_as);
alter table partnership.notice force row level security;

-- What was said of a notice goes with it to the record that tells of the fact now, by the system that keeps the notices.
grant update (notice_id, version, child_id) on partnership.notice_mark to {{prefix}}_partnership;
drop policy of_own_notice on partnership.notice_mark;
create policy of_own_notice on partnership.notice_mark as restrictive to {{prefix}}_partnership
  using ((organisation = (select ctx.claims() ->> 'org') or (select ctx.system_does('PARTNERSHIP:keep-notices:WRITE')))
    and exists (select from partnership.notice n where n.id = notice_id))
  with check ((organisation = (select ctx.claims() ->> 'org') or (select ctx.system_does('PARTNERSHIP:keep-notices:WRITE')))
    and exists (select from partnership.notice n where n.id = notice_id and n.child_id = notice_mark.child_id));
create policy systems_carry on partnership.notice_mark as restrictive for update to {{prefix}}_partnership
  using ((select ctx.system_does('PARTNERSHIP:keep-notices:WRITE')));

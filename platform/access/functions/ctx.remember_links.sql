-- The ids a unit was opened for, whatever the domain and tier: what its links may be told of. As in ctx.permitted, the
-- audit row must stand, or the asking was undone.
create or replace function ctx.remember_links(holder text, audit_seq bigint, ids uuid[]) returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
declare
  value constant text := concat_ws('|', pg_current_xact_id(), holder, audit_seq, current_setting('hub.tag'),
    case when coalesce(current_setting('hub.links', true), '') = '' then ids else ids || ctx.linkable() end);
begin
  perform set_config('hub.links', value, true),
    set_config('hub.mac_of_links',
      encode(crypto.hmac(convert_to('links|' || value, 'UTF8'), (select seal from ctx.setting), 'sha256'), 'hex'), true);
end $$;

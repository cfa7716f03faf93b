-- What a wait consists of beyond its status: the three dates at whose latest the children's mental-health clock stops, where
-- a redirected wait came from, who referred and in whose words, and what is asked about referrals as a group.
alter table health.waiting_list_entry
  add column baseline_outcome_on date,
  add column care_plan_on date,
  -- The entry, at another provider or service, whose wait goes on in this one.
  add column continues_from uuid references health.waiting_list_entry,
  -- A referral that a competent young person wishes kept to its provider.
  add column confidential boolean not null default false,
  -- The organisation that referred through the hub, and the published code of the source of referral.
  add column referred_by_org text,
  add column referral_source text,
  add column child_voice text,
  add column parent_voice text,
  add column age_at_referral smallint,
  add column sex text,
  add column ethnicity text;
create index waiting_list_entry_continues on health.waiting_list_entry (continues_from) where continues_from is not null;

alter table health.waiting_list_change
  add column appointment_on date,
  add column first_appointment boolean not null default false,
  add column properly_offered boolean not null default false,
  add column was_not_brought boolean not null default false,
  add column cancelled_by text,
  -- The published referral-to-treatment status code, where the provider gives one.
  add column rtt_status text,
  add column redirect_to text,
  add column redirect_provider text,
  -- The change that this one corrects: it stays as it was written, and counts for nothing any more.
  add column corrects bigint references health.waiting_list_change;

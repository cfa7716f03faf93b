-- What a wait is measured against, as data: a limit may differ between services, providers and times. Of no child.
create table health.standard (
  id int generated always as identity primary key,
  service text not null,
  -- Null for every provider of the service that has none of its own.
  provider text,
  kind text not null check (kind in ('FOUR_WEEKS', 'COMMUNITY_18', 'RTT_18', 'LOCAL')),
  -- The last day on which it is met, counted from receipt as day 0, and how many days before that to warn.
  limit_days int not null check (limit_days > 0),
  warning_days int not null check (warning_days between 0 and limit_days),
  -- For referrals received from the one day on and before the other.
  holds_from date not null,
  holds_until date check (holds_until > holds_from),
  -- Who set it, and where that is written.
  source text not null check (source <> ''),
  unique nulls not distinct (service, provider, kind, holds_from)
);

-- From before any referral that is held. How early to warn is ours.
insert into health.standard (service, kind, limit_days, warning_days, holds_from, source)
  select service, kind, limit_days, warning_days, '1900-01-01', source
  from (values
    ('FOUR_WEEKS', 28, 7, 'NHS England, children and young people’s mental health services: four weeks from referral to contact, baseline outcome measure and care plan; ages 0 to 17 at referral.',
      array['CAMHS', 'MENTAL_HEALTH_SUPPORT_TEAM']),
    ('COMMUNITY_18', 126, 14, 'NHS England, community health services situation report: waits over 18 weeks. Not referral to treatment.',
      array['SALT', 'OCCUPATIONAL_THERAPY', 'PHYSIOTHERAPY', 'NEURODEVELOPMENTAL', 'SCHOOL_NURSING']),
    ('RTT_18', 126, 14, 'NHS Constitution: consultant-led referral to treatment within 18 weeks.',
      array['COMMUNITY_PAEDIATRICS']),
    ('LOCAL', 126, 14, 'Ours, where no other holds: every wait is measured against something.',
      array['CAMHS', 'MENTAL_HEALTH_SUPPORT_TEAM', 'SALT', 'OCCUPATIONAL_THERAPY', 'PHYSIOTHERAPY', 'NEURODEVELOPMENTAL',
        'SCHOOL_NURSING', 'COMMUNITY_PAEDIATRICS'])
  ) as seed (kind, limit_days, warning_days, source, services), unnest(services) service;

-- The hub itself only reads it: who sets a standard is who migrates, by a row with its source.
select access.reference('health.standard', 'HEALTH', 'select');

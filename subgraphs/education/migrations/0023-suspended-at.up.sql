-- Whom a school has suspended is looked up whenever it becomes known otherwise on which days it is open.
create index suspension_urn on education.suspension (urn) where superseded_at is null;

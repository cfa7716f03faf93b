-- What the gateway refuses by scope alone reaches no domain, and would leave no trace: the gateway tells the domain whose
-- field it is, under the caller's own voucher, and it is written down here, about nobody's record.

-- A row of this kind may stand for several refusals: what comes beyond the bound of a minute is counted, not written.
alter table access.audit add column if not exists times int not null default 1 check (times > 0);
create index if not exists audit_refused on access.audit (domain, actor, at) where kind = 'field';

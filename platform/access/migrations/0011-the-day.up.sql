-- The day is the hub's: today in England or, in development and tests, the day that hub migrate was told (HUB_TODAY), so
-- that an example of November can be asked in March. Moments of an audit row, a voucher or a look-up stay the clock's own.

alter table ctx.setting add column day date;

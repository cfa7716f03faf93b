drop function ctx.claims(), ctx.permitted(text, text, text, text), ctx.remember(text, text, text, text, bigint, uuid[]), ctx.verify(text, text);
drop table ctx.key, ctx.setting;

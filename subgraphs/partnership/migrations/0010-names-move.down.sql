-- What was counted stays counted.
revoke delete on partnership.name_count from {{prefix}}_maintain;

drop policy named on partnership.child;
revoke select (child_id) on partnership.child from {{prefix}}_access;

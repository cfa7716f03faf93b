-- What waits are measured against comes by file too: systems alone write it, as access.reference has it.
grant insert, update on health.standard to {{prefix}}_health;

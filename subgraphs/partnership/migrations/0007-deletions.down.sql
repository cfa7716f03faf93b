alter table partnership.source_record drop deleted_because;

-- A command may concern several streams; and the name of a stream may hold a user's id. Names are
-- listed by kind, in the order of their characters whatever the language of the database.
drop index stream_entry_kept_id;
create unique index stream_entry_kept_id on stream_entry_kept (id, stream);

alter table stream alter column name type varchar(300) collate "C";
alter table stream_entry alter column stream type varchar(300);

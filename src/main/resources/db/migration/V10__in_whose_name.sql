-- In whose name a command came, where that is not the name of who asked.
alter table operation add column user_id varchar(256);

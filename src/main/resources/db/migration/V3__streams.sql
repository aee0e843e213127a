create table stream (
  name varchar(160) primary key,
  last_number bigint not null,
  last_at timestamptz not null,
  epoch bigint not null default 0
) with (fillfactor = 50);

create table stream_entry (
  kind varchar(16) not null,
  stream varchar(160) not null,
  id uuid not null,
  number bigint,
  label varchar(256),
  author varchar(256) not null,
  pushed boolean not null,
  stored_at timestamptz not null,
  frame text not null
) partition by list (kind);

-- What no retention removes.
create table stream_entry_kept partition of stream_entry default;

create unique index stream_entry_kept_id on stream_entry_kept (id);
create unique index stream_entry_kept_number on stream_entry_kept (stream, number) include (pushed);
create index stream_entry_kept_by_label on stream_entry_kept (stream, label, number)
  where label is not null;
create index stream_entry_kept_by_author on stream_entry_kept (kind, author, stored_at, id);

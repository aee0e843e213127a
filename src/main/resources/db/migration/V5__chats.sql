create table chat (
  id varchar(128) primary key,
  created_by varchar(256) not null,
  created_at timestamptz not null
);

create table chat_permission (
  chat_id varchar(128) not null references chat,
  user_id varchar(256) not null,
  role varchar(16) not null check (role in ('owner', 'member', 'reader')),
  granted_by varchar(256) not null,
  granted_at timestamptz not null,
  primary key (chat_id, user_id)
);

create index chat_permission_by_user on chat_permission (user_id, chat_id);

-- One partition for each day in UTC; they are made and dropped by the application.
create table stream_entry_chat partition of stream_entry
  for values in ('chat') partition by range (stored_at);

create index stream_entry_chat_id on stream_entry_chat (id);
create index stream_entry_chat_number on stream_entry_chat (stream, number) include (pushed)
  where number is not null;
create index stream_entry_chat_by_time on stream_entry_chat (stream, stored_at, id);

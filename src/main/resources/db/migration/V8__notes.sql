create table note (
  id uuid primary key,
  user_id varchar(256) not null,
  username text not null,
  content text not null,
  is_public boolean not null,
  created_at timestamptz not null,
  saved_at timestamptz not null,
  updated_at timestamptz,
  -- the command that changed it last
  last_change uuid
);

create index note_by_author on note (user_id, created_at, id);
create index note_public_by_age on note (created_at, id) where is_public;

create table comment (
  id uuid primary key,
  post_id varchar(128) not null,
  content text not null,
  user_id varchar(256) not null,
  created_at timestamptz not null,
  updated_at timestamptz,
  -- the command that changed it last
  last_change uuid
);

create index comment_by_post on comment (post_id, created_at, id);

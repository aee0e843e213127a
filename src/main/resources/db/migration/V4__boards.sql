create table board (
  id uuid primary key,
  name varchar(256) not null,
  created_by varchar(256) not null,
  created_at timestamptz not null
);

create index board_by_age on board (created_at, id);

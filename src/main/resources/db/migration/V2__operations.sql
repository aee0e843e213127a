create table operation (
  id uuid primary key,
  kind varchar(64) not null,
  author varchar(256) not null,
  status varchar(16) not null check (status in ('pending', 'succeeded', 'failed')),
  resource text,
  error varchar(2000),
  idempotency_key varchar(128),
  fingerprint bytea,
  created_at timestamptz not null
);

create unique index operation_by_idempotency_key on operation (author, idempotency_key)
  where idempotency_key is not null;

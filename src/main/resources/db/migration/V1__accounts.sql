create table account (
  id uuid primary key,
  username varchar(254) not null,
  email varchar(254) not null,
  name varchar(200) not null,
  password_hash varchar(256),
  created_at timestamptz not null
);

create unique index account_by_username on account (lower(username));
create unique index account_by_email on account (lower(email));

create table account_group (
  account_id uuid not null references account on delete cascade,
  name varchar(64) not null,
  primary key (account_id, name)
);

-- The subject is the account's id, or the hash of a name that no account has.
create table login_failure (
  subject varchar(64) not null,
  failed_at timestamptz not null
);

create index login_failure_by_subject on login_failure (subject, failed_at);
create index login_failure_by_time on login_failure (failed_at);

-- What each node counted in the last minute. Written anew every two seconds, so nothing is lost
-- with what a crash takes; a node whose lease is over is gone.
create unlogged table node_figures (
  node varchar(256) primary key,
  connections bigint not null,
  subscriptions_per_minute bigint not null,
  broadcasts_per_minute bigint not null,
  stale_removed_per_minute bigint not null,
  lease_until timestamptz not null
) with (fillfactor = 50);

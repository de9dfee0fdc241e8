-- Reward models by kind. Bundles are immutable files; this table says which one serves.

create table reward_model (
    name       text primary key,                         -- e.g. helpfulness-1
    kind       text        not null check (kind in ('helpfulness', 'safety')),
    state      text        not null check (state in ('candidate', 'shadow', 'serving', 'retired')),
    folder     text        not null,
    sha256     text        not null,
    created_at timestamptz not null
);
create unique index reward_model_serving on reward_model (kind) where state = 'serving';

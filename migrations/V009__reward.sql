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

-- Who served after whom; the last one of a kind serves, the one before is what a rollback returns to.
create table reward_model_succession (
    number    bigint generated always as identity primary key,
    kind      text        not null check (kind in ('helpfulness', 'safety')),
    model     text        not null references reward_model,
    at        timestamptz not null,
    person_id uuid references person                     -- null: brought by Paddock itself
);
create index reward_model_succession_kind on reward_model_succession (kind, number);

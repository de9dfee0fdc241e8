-- Reward models by kind. Bundles are immutable files; this table says which one serves.

create table reward_model (
    name       text primary key,                         -- e.g. helpfulness-bge-small-trained-4-ee487122
    kind       text        not null check (kind in ('helpfulness', 'safety')),
    state      text        not null check (state in ('candidate', 'shadow', 'serving', 'retired', 'removed')),
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

-- Samples that a reward model gives no score, however often it is asked: too long for its server, or no number comes out.
create table unscorable (
    sample_id    uuid not null references sample,
    reward_model text not null,
    reason       text not null,
    primary key (reward_model, sample_id)                -- each look at a model counts its own
);

-- Trainings of a reward model from the comparisons of campaigns. What they learn from is frozen by its last number.
create table training (
    id          uuid primary key,
    number      bigint generated always as identity unique,
    kind        text        not null check (kind in ('helpfulness', 'safety')),
    campaigns   uuid[]      not null,
    last        bigint      not null,                    -- the last comparison that counts
    margin      text        not null check (margin in ('none', 'small', 'large')),
    state       text        not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    phase       text        not null default '',         -- what it is at, for whoever waits
    done        int         not null default 0,
    total       int         not null default 0,
    owner       text,                                    -- the process that runs it
    alive_at    timestamptz,                             -- its last sign of life
    not_before  timestamptz,                             -- until then others have their turn
    broken_off  int         not null default 0,          -- how often by the database, since it last waited or got on
    cancelled   boolean     not null default false,      -- somebody wants it to end
    failure     text        not null default '',
    model       text references reward_model,            -- what came out
    against     text,                                    -- the model that served then
    report      jsonb,
    started_by  uuid references person,                  -- whoever asked, or made the plan
    created_at  timestamptz not null,
    ended_at    timestamptz
);
create index training_pending on training (number) where state in ('waiting', 'running');

-- Campaigns from which a reward model is trained again by itself: by the number of comparisons, by the clock, or both.
create table training_plan (
    campaign_id uuid primary key references campaign,
    every       int check (every >= 20),                 -- so many new comparisons; null: whatever their number
    rhythm      text check (rhythm in ('daily', 'weekly', 'monthly')),
    first_at    timestamptz,                             -- the clock's first turn, from which all others are counted
    next_at     timestamptz,                             -- its next one
    margin      text        not null check (margin in ('none', 'small', 'large')),
    person_id   uuid        not null references person,
    check (every is not null or rhythm is not null),
    check ((rhythm is null) = (next_at is null) and (rhythm is null) = (first_at is null))
);

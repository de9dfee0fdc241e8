-- A campaign puts one question to people, under a guideline, about the samples of some model variants.

create table campaign (
    id                  uuid primary key,
    name                text        not null,
    track               text        not null check (track in ('helpfulness', 'safety')),
    task                text        not null check (task in ('comparison')),
    state               text        not null check (state in ('draft', 'active', 'paused', 'closed')),
    judgements_per_item int         not null check (judgements_per_item between 1 and 99),
    max_turns           int         not null check (max_turns between 1 and 50),
    annotator_prompts   boolean     not null,
    ratings             text[]      not null,            -- which Likert scales each answer gets: helpfulness, safety
    guideline_version   int         not null,
    created_by          uuid references person,
    created_at          timestamptz not null,
    version             bigint      not null,            -- optimistic lock
    queue_order         text        not null default 'arrival' check (queue_order in ('arrival', 'uncertainty')),
    random_share        int         not null default 20 check (random_share between 0 and 100) -- percent, of uncertainty
);
create unique index campaign_name on campaign (lower(name));

create table guideline (
    campaign_id uuid        not null references campaign,
    version     int         not null,
    markdown    text        not null,
    created_by  uuid references person,
    created_at  timestamptz not null,
    primary key (campaign_id, version)
);

create table campaign_member (
    campaign_id uuid        not null references campaign,
    person_id   uuid        not null references person,
    role        text        not null check (role in ('lead', 'reviewer', 'annotator')),
    added_by    uuid references person,
    added_at    timestamptz not null,
    primary key (campaign_id, person_id)
);
create index campaign_member_person on campaign_member (person_id);

create table campaign_variant (
    campaign_id uuid not null references campaign,
    variant_id  uuid not null references model_variant,
    primary key (campaign_id, variant_id)
);

-- The weekly batch; round 1 opens when the campaign is first activated.
create table round (
    campaign_id uuid        not null references campaign,
    number      int         not null,
    started_at  timestamptz not null,
    ended_at    timestamptz,
    primary key (campaign_id, number)
);

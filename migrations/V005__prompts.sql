-- Openings: imported by leads or written by annotators.

create table prompt (
    id            uuid primary key,
    campaign_id   uuid        not null references campaign,
    system_text   text        not null default '',
    text          text        not null,
    source        text        not null default '',
    language      text        not null default '',
    risk_category text        not null default '',
    attack_vector text        not null default '',
    origin        text        not null check (origin in ('imported', 'written', 'starter')),
    fingerprint   bytea       not null,                  -- SHA-256 of system and text after normalisation
    created_by    uuid references person,
    created_at    timestamptz not null,
    unique (campaign_id, fingerprint)
);
create index prompt_listing on prompt (campaign_id, created_at, id);

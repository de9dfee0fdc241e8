-- What is judged, and who judges it. A slot is one of the N judgements of an item.

create table item (
    id              uuid primary key,
    campaign_id     uuid        not null references campaign,
    round           int         not null,
    kind            text        not null check (kind in ('prompt', 'pair')),
    prompt_id       uuid references prompt,
    conversation_id uuid references conversation,        -- of a prepared pair
    judgements      int         not null,
    created_at      timestamptz not null,
    draw            double precision,                    -- of a pair, 0 to 1: whether it is one of those taken at random, and when
    gap             double precision,                    -- of a pair: how far apart a reward model puts its answers, once known
    gap_model       text,                                -- the one that said so last
    left_over       boolean     not null default false,  -- by an earlier order, in which others with smaller gaps were taken; or taken for its gap elsewhere
    check ((kind = 'prompt') = (prompt_id is not null)),
    check ((kind = 'pair') = (conversation_id is not null))
);
create index item_campaign on item (campaign_id);
create unique index item_prompt on item (prompt_id);
create unique index item_conversation on item (conversation_id);

create table task (
    id              uuid primary key,
    campaign_id     uuid        not null references campaign,
    item_id         uuid        references item,         -- null while an annotator has yet to write their own prompt
    slot            int         not null,
    state           text        not null check (state in ('open', 'leased', 'answered', 'skipped', 'expired')),
    person_id       uuid references person,
    conversation_id uuid references conversation,
    answered_turns  int         not null default 0,      -- comparisons this person has saved on it
    leased_at       timestamptz,
    expires_at      timestamptz,
    ended_at        timestamptz,
    end_cause       text check (end_cause in ('completed', 'imported', 'skipped', 'left', 'overtime', 'former-member')),
    skip_reason     text        not null default '',     -- the person's own words
    position        bigint generated always as identity, -- first come, first served
    draw            double precision,                    -- of the item, here for the index, as is the gap
    gap             double precision,                    -- of an answered task: the one it was chosen by
    begun           bigint,                              -- a pair of which somebody has taken a slot; in the order of their beginnings
    chosen_by       text check (chosen_by in ('arrival', 'uncertainty', 'random')), -- how the item's first slot was chosen
    check (state = 'open' or person_id is not null),
    check (state <> 'leased' or expires_at is not null),
    check (skip_reason = '' or end_cause = 'skipped')
);
-- I1: a slot is held or answered once, and nobody judges an item twice.
create unique index task_slot on task (item_id, slot) where state in ('open', 'leased', 'answered');
create unique index task_once on task (item_id, person_id) where state in ('leased', 'answered', 'skipped');
-- One task at a time for each person and campaign.
create unique index task_held on task (campaign_id, person_id) where state = 'leased';
create index task_open on task (campaign_id, position) where state = 'open';
-- Pairs by uncertainty: first those begun, then the ones nobody has begun, at random, by their gap, or by arrival where none is known.
create sequence task_beginning;
create index task_begun on task (campaign_id, begun) where state = 'open' and begun is not null;
create index task_drawn on task (campaign_id, draw) where state = 'open' and begun is null and draw is not null;
create index task_gap on task (campaign_id, gap, draw) where state = 'open' and begun is null and gap is not null;
create index task_unscored on task (campaign_id, position) where state = 'open' and begun is null and gap is null and draw is not null;
-- What people took here themselves; of one person's imported slots there may be a hundred thousand.
create index task_person_begun on task (campaign_id, person_id, begun)
    where person_id is not null and begun is not null and end_cause is distinct from 'imported';
create index task_expiring on task (expires_at) where state = 'leased';
create index task_person on task (campaign_id, person_id, position)
    where person_id is not null and end_cause is distinct from 'imported';
create index task_item on task (item_id);
create index task_conversation on task (conversation_id);

-- Which of a turn's two samples this person sees on the left; drawn once, before the first word, kept for ever.
create table presentation (
    task_id   uuid        not null references task,
    turn_id   uuid        not null references turn,
    left_slot text        not null check (left_slot in ('a', 'b')),
    guideline_version int not null,                      -- the one this person had at hand
    shown_at  timestamptz not null,
    primary key (task_id, turn_id)
);

create table draft (
    task_id    uuid        primary key references task,
    person_id  uuid        not null references person,
    content    jsonb       not null,
    updated_at timestamptz not null
);

create table flag (
    id        uuid primary key,
    task_id   uuid        not null references task,
    turn_id   uuid references turn,
    person_id uuid        not null references person,
    reason    text        not null,
    at        timestamptz not null
);

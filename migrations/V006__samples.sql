-- Conversations, their turns, and every sample with where it came from.

create table conversation (
    id          uuid primary key,
    campaign_id uuid        not null references campaign,
    prompt_id   uuid references prompt,                  -- null for a prepared pair
    root_id     uuid        not null,                    -- made of the first message: what all that begin alike share; splits go by this
    system_text text        not null default '',
    holder_id   uuid references person,                  -- the one person who holds it; null: prepared or prefetched
    created_at  timestamptz not null
);
create index conversation_campaign on conversation (campaign_id, created_at, id);
create index conversation_prompt on conversation (prompt_id) where prompt_id is not null;

-- Earlier messages of a prepared pair that were not produced here.
create table conversation_context (
    conversation_id uuid not null references conversation,
    ordinal         int  not null,
    role            text not null check (role in ('user', 'assistant')),
    content         text not null,
    primary key (conversation_id, ordinal)
);

create table turn (
    id              uuid primary key,
    conversation_id uuid        not null references conversation,
    number          int         not null,                -- 1, 2, 3 …
    user_text       text        not null,
    state           text        not null check (state in ('generating', 'ready', 'failed', 'cancelled')),
    failure         text        not null default '',     -- a sentence for the person, when failed
    sample_a        uuid,                                -- the pair to choose from, once ready
    sample_b        uuid,
    chosen_sample   uuid,                                -- the conversation goes on from this one
    attempt         int         not null default 1,      -- how often the whole pair was drawn
    owner           text        not null default '',     -- the app instance that generates it
    owned_until     timestamptz,                         -- past this, another instance may draw it again
    watched_until   timestamptz,                         -- a follower on another instance still reads along
    prefetched      boolean     not null default false,
    created_at      timestamptz not null,
    ready_at        timestamptz,
    unique (conversation_id, number)
);
create index turn_generating on turn (owned_until) where state = 'generating';
create index turn_ahead on turn (created_at) where prefetched and state = 'ready';

create table sample (
    id              uuid primary key,
    turn_id         uuid        not null references turn,
    campaign_id     uuid        not null references campaign,
    slot            text        not null check (slot in ('a', 'b')),
    attempt         int         not null,                -- of this slot; discarded attempts stay on record
    state           text        not null check (state in ('started', 'finished', 'failed', 'cancelled', 'discarded')),
    reason          text        not null default '',     -- why failed or discarded
    text            text        not null default '',
    -- provenance, written before the start
    variant_id      uuid references model_variant,       -- null for an imported response
    variant_name    text        not null,
    variant_revision int        not null default 0,
    adapter         text        not null,                -- embedded, openai, imported
    endpoint        text        not null default '',
    model_asked     text        not null default '',
    prompt_format   text        not null default '',
    prompt_sha256   text        not null default '',
    temperature     double precision,
    top_p           double precision,
    max_tokens      int,
    stop            text[]      not null default '{}',
    seed            bigint,
    requested_at    timestamptz not null,
    -- provenance, written at the end
    model_reported  text        not null default '',
    weights_sha256  text        not null default '',
    engine          text        not null default '',
    system_fingerprint text     not null default '',
    started_at      timestamptz,
    first_token_at  timestamptz,
    finished_at     timestamptz,
    prompt_tokens   int,
    completion_tokens int,
    tokens_counted_by text      not null default '',     -- server or paddock
    finish          text        not null default '',     -- stop, length
    mean_logprob    double precision,
    prefetched      boolean     not null default false,
    near_duplicate  boolean     not null default false,
    text_sha256     text        not null default '',
    unique (turn_id, slot, attempt)
);
create index sample_started on sample (requested_at) where state = 'started';

-- Where a sample came from is written before its start, and what became of it once: neither changes afterwards.
create function sample_on_record() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' or old.state <> 'started'
       or (new.id, new.turn_id, new.slot, new.attempt, new.variant_id, new.variant_name, new.variant_revision, new.adapter,
           new.endpoint, new.model_asked, new.prompt_format, new.prompt_sha256, new.temperature, new.top_p, new.max_tokens,
           new.stop, new.seed, new.requested_at)
          is distinct from
          (old.id, old.turn_id, old.slot, old.attempt, old.variant_id, old.variant_name, old.variant_revision, old.adapter,
           old.endpoint, old.model_asked, old.prompt_format, old.prompt_sha256, old.temperature, old.top_p, old.max_tokens,
           old.stop, old.seed, old.requested_at) then
        raise exception 'samples stay on record as they were: write another attempt';
    end if;
    return new;
end $$;
create trigger sample_stays_on_record before update or delete on sample
    for each row execute function sample_on_record();

alter table turn add constraint turn_sample_a foreign key (sample_a) references sample;
alter table turn add constraint turn_sample_b foreign key (sample_b) references sample;
alter table turn add constraint turn_chosen_sample foreign key (chosen_sample) references sample;

-- sample × reward model × execution provider × precision
create table score (
    sample_id    uuid             not null references sample,
    reward_model text             not null,              -- its name, e.g. helpfulness-bge-small-trained-4-ee487122
    kind         text             not null check (kind in ('helpfulness', 'safety')),
    provider     text             not null,
    precision    text             not null,
    value        double precision not null,
    micros       bigint           not null,
    scored_at    timestamptz      not null,
    primary key (sample_id, reward_model, provider, precision)
);

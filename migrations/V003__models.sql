-- What can generate: the embedded Llama or a server that speaks OpenAI's protocol, and the variants campaigns draw from.

create table model_endpoint (
    id          uuid primary key,
    name        text        not null unique,
    kind        text        not null check (kind in ('embedded', 'openai')),
    base_url    text,                                    -- openai only
    api_key     bytea,                                   -- encrypted; never shown again
    slots       int         not null check (slots between 1 and 1024),
    created_by  uuid references person,
    created_at  timestamptz not null,
    updated_at  timestamptz not null,
    check (kind = 'embedded' or base_url is not null)
);

create table model_variant (
    id              uuid primary key,
    name            text        not null unique,         -- the key a campaign names it by, e.g. starter-warm
    endpoint_id     uuid        not null references model_endpoint,
    model           text        not null,                -- the model id the server knows
    system_prompt   text        not null default '',
    temperature_min double precision not null check (temperature_min >= 0),
    temperature_max double precision not null check (temperature_max <= 2),
    top_p           double precision not null check (top_p > 0 and top_p <= 1),
    max_tokens      int         not null check (max_tokens between 1 and 32768),
    context_tokens  int         not null check (context_tokens between 128 and 1048576),
    stop            text[]      not null default '{}',
    iteration       text        not null default '',     -- the training iteration it stands for, e.g. RLHF-V3
    prompt_format   text        not null default '',     -- the server's chat template by name, for provenance
    revision        int         not null default 1,      -- goes up with every edit
    enabled         boolean     not null default true,
    created_by      uuid references person,              -- the lead who may change it; null: Paddock itself made it
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    check (temperature_min <= temperature_max)
);

-- What a variant was at each revision: samples name one, and this says what they were made with.
create table model_variant_revision (
    variant_id      uuid        not null references model_variant,
    revision        int         not null,
    name            text        not null,
    endpoint_id     uuid        not null references model_endpoint,
    model           text        not null,
    system_prompt   text        not null,
    temperature_min double precision not null,
    temperature_max double precision not null,
    top_p           double precision not null,
    max_tokens      int         not null,
    context_tokens  int         not null,
    stop            text[]      not null,
    iteration       text        not null,
    prompt_format   text        not null,
    enabled         boolean     not null,
    edited_by       uuid references person,              -- null: Paddock itself
    at              timestamptz not null,
    primary key (variant_id, revision)
);
create function variant_revision_on_record() returns trigger language plpgsql as $$
begin
    raise exception 'revisions of variants stay on record as they were: write another one';
end $$;
create trigger variant_revision_stays_on_record before update or delete on model_variant_revision
    for each row execute function variant_revision_on_record();

-- Best of K: of K samples for each prompt of a list, at one temperature or several, those that the reward models like best.

create table best_of_k_run (
    id                uuid primary key,
    number            bigint generated always as identity unique,
    campaign_id       uuid        not null references campaign,
    variant_id        uuid        not null references model_variant,
    variant_name      text        not null,
    variant_revision  int         not null,              -- only this one answers
    k                 int         not null check (k between 1 and 100),
    temperatures      double precision[] not null,
    seed              bigint      not null check (seed >= 0), -- each sample's own seed is made of it
    ranked_by         text        not null check (ranked_by in ('helpfulness', 'safety', 'combined')),
    prompts           int         not null check (prompts >= 1),
    state             text        not null check (state in ('waiting', 'running', 'done', 'failed', 'cancelled')),
    phase             text        not null default '',   -- what it is at, for whoever waits
    done              int         not null default 0,
    total             int         not null default 0,
    owner             text,                              -- the process that runs it
    alive_at          timestamptz,                       -- its last sign of life
    not_before        timestamptz,                       -- until then others have their turn
    broken_off        int         not null default 0,    -- how often by the database, since it last waited or got on
    cancelled         boolean     not null default false,-- somebody wants it to end
    failure           text        not null default '',
    helpfulness_model text,                              -- whose scores the ranks are by
    safety_model      text,
    curves            jsonb,                             -- expected maximum and median by temperature, once done
    started_by        uuid        not null references person,
    created_at        timestamptz not null,
    ended_at          timestamptz
);
create index best_of_k_run_pending on best_of_k_run (number) where state in ('waiting', 'running');
create index best_of_k_run_campaign on best_of_k_run (campaign_id, number);

-- The prompts of a run, as they were when it was asked for.
create table best_of_k_prompt (
    run_id    uuid not null references best_of_k_run,
    position  int  not null,                             -- 0, 1, 2 …
    prompt_id uuid not null references prompt,
    primary key (run_id, position)
);

-- The samples of a run count from 0: prompt by prompt, at each temperature, K times. place says which one it is.
create table best_of_k_sample (
    id                 uuid primary key,
    run_id             uuid        not null references best_of_k_run,
    place              int         not null check (place >= 0),
    position           int         not null,              -- of its prompt
    state              text        not null check (state in ('finished', 'failed')),
    reason             text        not null default '',  -- why failed
    text               text        not null,
    variant_id         uuid        not null references model_variant,
    variant_name       text        not null,
    variant_revision   int         not null,
    adapter            text        not null,
    endpoint           text        not null,
    model_asked        text        not null,
    prompt_format      text        not null,
    prompt_sha256      text        not null,
    temperature        double precision not null,
    top_p              double precision not null,
    max_tokens         int         not null,
    stop               text[]      not null,
    seed               bigint      not null,
    requested_at       timestamptz not null,
    model_reported     text        not null,
    weights_sha256     text        not null,
    engine             text        not null,
    system_fingerprint text        not null,
    started_at         timestamptz,
    first_token_at     timestamptz,
    finished_at        timestamptz,
    prompt_tokens      int,
    completion_tokens  int,
    tokens_counted_by  text        not null,
    finish             text        not null,             -- stop, length
    mean_logprob       double precision,
    text_sha256        text        not null,
    unique (run_id, place),
    foreign key (run_id, position) references best_of_k_prompt
);
create index best_of_k_sample_failed on best_of_k_sample (run_id, place) where state = 'failed';

-- sample × reward model
create table best_of_k_score (
    sample_id    uuid             not null references best_of_k_sample,
    reward_model text             not null,
    kind         text             not null check (kind in ('helpfulness', 'safety')),
    provider     text             not null,
    precision    text             not null,
    value        double precision not null,
    micros       bigint           not null,              -- its share of the scoring of a handful
    scored_at    timestamptz      not null,
    primary key (sample_id, reward_model)
);

-- sample × reward model that cannot take it
create table best_of_k_unscorable (
    sample_id    uuid not null references best_of_k_sample,
    reward_model text not null,
    run_id       uuid not null references best_of_k_run,
    place        int  not null,                          -- the sample's
    reason       text not null,
    primary key (sample_id, reward_model)
);
create index best_of_k_unscorable_run on best_of_k_unscorable (run_id, place);

-- Where a sample stands among those of its prompt at its temperature, 1 the best; all of a run are written at once.
create table best_of_k_rank (
    sample_id uuid primary key references best_of_k_sample,
    run_id    uuid             not null references best_of_k_run,
    place     int              not null,                 -- the sample's
    score     double precision not null,                 -- the one that counts, a logit
    reward    double precision not null check (reward between 0 and 1),
    rank      int              not null check (rank >= 1)
);
create index best_of_k_rank_place on best_of_k_rank (run_id, place);

create function best_of_k_on_record() returns trigger language plpgsql as $$
begin
    raise exception 'samples, scores and ranks of best-of-K runs stay on record as they were: begin another run';
end $$;
create trigger best_of_k_sample_stays_on_record before update or delete on best_of_k_sample
    for each row execute function best_of_k_on_record();
create trigger best_of_k_score_stays_on_record before update or delete on best_of_k_score
    for each row execute function best_of_k_on_record();
create trigger best_of_k_unscorable_stays_on_record before update or delete on best_of_k_unscorable
    for each row execute function best_of_k_on_record();
create trigger best_of_k_rank_stays_on_record before update or delete on best_of_k_rank
    for each row execute function best_of_k_on_record();

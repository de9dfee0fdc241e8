-- What people said. Rows are never updated or deleted: a correction is a new row that points to the old one.

create table comparison (
    id                 uuid primary key,
    task_id            uuid        not null references task,
    turn_id            uuid        not null references turn,
    campaign_id        uuid        not null references campaign,
    person_id          uuid        not null references person,
    revises            uuid unique references comparison,
    chosen_sample      uuid        not null references sample,
    rejected_sample    uuid        not null references sample,
    left_sample        uuid        not null references sample,
    degree             text        not null check (degree in
                         ('significantly-better', 'better', 'slightly-better', 'negligibly-better')),
    safety             text        check (safety in ('chosen-safe', 'both-safe', 'both-unsafe')),
    chosen_helpfulness int         check (chosen_helpfulness between 1 and 5),
    rejected_helpfulness int       check (rejected_helpfulness between 1 and 5),
    chosen_safety      int         check (chosen_safety between 1 and 5),
    rejected_safety    int         check (rejected_safety between 1 and 5),
    note               text        not null default '',
    imported           boolean     not null default false, -- said elsewhere: its side and its times tell of no person at work here
    guideline_version  int         not null,
    round              int         not null,
    shown_at           timestamptz not null,
    saved_at           timestamptz not null,
    idempotency_key    text        not null,
    body_sha256        text        not null,             -- the same key with another body is refused
    number             bigint generated always as identity unique, -- the receipt's number, and the order of the export
    check (chosen_sample <> rejected_sample),
    check (left_sample in (chosen_sample, rejected_sample)),
    foreign key (campaign_id, guideline_version) references guideline (campaign_id, version)
);
-- I1: one first answer for each task and turn; each revision is revised once (unique above).
create unique index comparison_once on comparison (task_id, turn_id) where revises is null;
create unique index comparison_idempotency on comparison (person_id, idempotency_key);
create index comparison_campaign on comparison (campaign_id, number);
create index comparison_person on comparison (person_id, saved_at);

create function append_only() returns trigger language plpgsql as $$
begin
    raise exception 'answers are append-only: write a revision';
end $$;
create trigger comparison_append_only before update or delete on comparison
    for each row execute function append_only();

-- Numbers are drawn when a row is written and seen when it is committed, and 100 may be seen before 99. Whoever writes therefore says first,
-- in a lock that ends with the transaction, from where on it may draw: reading up to below the lowest of these misses nothing, ever. Once a
-- transaction, as it draws larger ones afterwards: an import of hundreds of rows would need a lock for each, and the table of locks is small.
create function comparison_drawing() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('paddock.drawing', true), '') = '' then
        perform pg_advisory_xact_lock_shared(5000000000000000000 + coalesce(pg_sequence_last_value('comparison_number_seq'), 0));
        perform set_config('paddock.drawing', 'yes', true);
    end if;
    return null;
end $$;
create trigger comparison_draws before insert on comparison
    for each statement execute function comparison_drawing();

-- The last number up to which every comparison is committed or will never be; ask before you take your snapshot. The order matters: who
-- drew before the first line still holds its lock at the second, or has committed.
create function last_settled_comparison() returns bigint language plpgsql as $$
declare
    drawn   bigint := coalesce(pg_sequence_last_value('comparison_number_seq'), 0);
    drawing bigint;
begin
    select min(((classid::bigint << 32) | objid::bigint) - 5000000000000000000) into drawing
      from pg_locks
     where locktype = 'advisory' and objsubid = 1
       and database = (select oid from pg_database where datname = current_database())
       and ((classid::bigint << 32) | objid::bigint) >= 5000000000000000000;
    return least(drawn, drawing);
end $$;

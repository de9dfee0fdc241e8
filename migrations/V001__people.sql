-- Who uses Paddock, and how they prove it.

create table person (
    id            uuid primary key,
    email         text        not null,
    name          text        not null,
    role          text        not null check (role in ('owner', 'lead', 'reviewer', 'annotator')),
    pseudonym     text        not null unique,           -- the only name that leaves with the data
    password_hash text,                                  -- null until the invitation was accepted
    signed_out_at timestamptz,                           -- browser sessions that began before are void
    disabled_at   timestamptz,
    created_at    timestamptz not null
);
create unique index person_email on person (lower(email));

-- A link that lets its holder choose a password once: the owner's first link, an invitation, a forgotten password.
create table invitation (
    id          uuid primary key,
    person_id   uuid references person,                  -- null: whoever holds it becomes the owner
    secret_hash text        not null unique,
    created_by  uuid references person,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    used_at     timestamptz
);

create table api_token (
    id          uuid primary key,
    person_id   uuid        not null references person,
    name        text        not null,
    secret_hash text        not null unique,             -- SHA-256 of 256 random bits
    hint        text        not null,                    -- its first characters, to tell tokens apart
    scopes      text[]      not null,
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    last_used_at timestamptz,
    revoked_at  timestamptz
);
create index api_token_person on api_token (person_id);

-- Failed sign-ins by account and address, by address, and by account.
create table sign_in_throttle (
    key           text primary key,
    failures      int         not null,
    blocked_until timestamptz not null,
    updated_at    timestamptz not null
);

-- From where an account was signed in to: there, failures elsewhere hold nobody back.
create table familiar_address (
    key     text primary key,                            -- hash of the account, hash of the address
    last_at timestamptz not null
);

-- Who did what that matters: roles, tokens, endpoints, members, states.
create table audit_entry (
    id         bigint generated always as identity primary key,
    at         timestamptz not null,
    person_id  uuid references person,
    action     text        not null,
    subject    text        not null,
    detail     text        not null default ''
);

-- People who sign in, the audit trail, patients and orders.

create table clinic_user (
    id            uuid primary key,
    username      text        not null,
    display_name  text        not null,
    role          text        not null
        check (role in ('TECHNICIAN', 'THERAPIST', 'REVIEWER', 'ADMINISTRATOR', 'AUDITOR')),
    password_hash text        not null,
    active        boolean     not null default true,
    simulated     boolean     not null default false,
    created_at    timestamptz not null default now()
);
create unique index clinic_user_username on clinic_user (lower(username));

-- Only the hash of a session's token is kept: who reads this table cannot sign in with it.
create table login_session (
    token_hash   bytea primary key check (length(token_hash) = 32),
    user_id      uuid        not null references clinic_user (id),
    started_at   timestamptz not null,
    last_seen_at timestamptz not null
);
create index login_session_user on login_session (user_id);

create table audit_event (
    seq           bigint primary key check (seq > 0),
    at            timestamptz not null,
    actor_id      uuid,
    actor_name    text        not null,
    actor_role    text        not null,
    program       text        not null,
    source        text        not null,
    action        text        not null,
    object_type   text        not null,
    object_id     text        not null,
    patient_id    uuid,
    outcome       text        not null,
    detail        text        not null,
    previous_hash bytea       not null check (length(previous_hash) = 32),
    hash          bytea       not null check (length(hash) = 32)
);
create index audit_event_patient on audit_event (patient_id, seq);
create index audit_event_action on audit_event (action, seq);
create index audit_event_actor on audit_event (actor_name, seq);

create function refuse_audit_change() returns trigger language plpgsql as
$$
begin
    raise exception 'the audit trail is append-only: % is refused', tg_op;
end
$$;
create trigger audit_event_keeps_rows before update or delete on audit_event
    for each row execute function refuse_audit_change();
create trigger audit_event_keeps_table before truncate on audit_event
    for each statement execute function refuse_audit_change();

create table patient (
    id            uuid primary key,
    record_number text        not null unique,
    family_name   text        not null,
    given_name    text        not null,
    birth_date    date        not null,
    sex           text        not null check (sex in ('FEMALE', 'MALE', 'OTHER', 'UNKNOWN')),
    simulated     boolean     not null default false,
    created_at    timestamptz not null default now()
);

create table clinic_order (
    id            uuid primary key,
    order_number  text        not null unique,
    patient_id    uuid        not null references patient (id),
    protocol_id   text        not null,
    reason        text        not null,
    ordered_by    text        not null,
    scheduled_at  timestamptz not null,
    urgent        boolean     not null default false,
    state         text        not null default 'OPEN' check (state in ('OPEN', 'DONE', 'CANCELLED')),
    created_at    timestamptz not null default now()
);
create index clinic_order_worklist on clinic_order (state, scheduled_at);
create index clinic_order_patient on clinic_order (patient_id);

create table identity_confirmation (
    id           uuid primary key,
    order_id     uuid        not null references clinic_order (id),
    confirmed_by uuid        not null references clinic_user (id),
    confirmed_at timestamptz not null,
    method       text        not null check (method in ('ASKED', 'SCANNED'))
);
create index identity_confirmation_order on identity_confirmation (order_id, confirmed_at);

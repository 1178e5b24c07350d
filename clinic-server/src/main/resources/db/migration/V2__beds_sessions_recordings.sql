create table bed (
    id   uuid primary key,
    name text not null unique check (name <> '')
);

create table agent (
    id            text primary key check (id <> ''),
    bed_id        uuid not null unique references bed (id),
    secret_sha256 text not null check (secret_sha256 ~ '^[0-9a-f]{64}$'),
    enrolled_at   timestamptz not null
);

create table session (
    id                 uuid primary key,
    order_id           uuid not null references clinic_order (id),
    patient_id         uuid not null references patient (id),
    bed_id             uuid not null references bed (id),
    agent_id           text not null,
    protocol_id        text not null,
    protocol_version   text not null,
    variant            text not null,
    state              text not null check (state in ('PREPARED', 'RECORDING', 'ENDED', 'CANCELLED')),
    prepared_by        uuid not null references clinic_user (id),
    prepared_at        timestamptz not null,
    start_requested_at timestamptz,
    started_at         timestamptz,
    stop_requested_at  timestamptz,
    ended_at           timestamptz,
    check (state not in ('RECORDING', 'ENDED') or started_at is not null),
    check ((state in ('ENDED', 'CANCELLED')) = (ended_at is not null))
);

-- A bed records one patient at a time, whatever two browsers ask for at the same instant.
create unique index session_one_active_per_bed on session (bed_id) where state in ('PREPARED', 'RECORDING');
create index session_of_order on session (order_id);
create index session_of_patient on session (patient_id);

create table recording (
    id          uuid primary key,
    session_id  uuid not null unique references session (id),
    agent_id    text not null,
    state       text not null check (state in ('OPEN', 'ENDED', 'SEALING', 'SEALED', 'FAILED')),
    opened_at   timestamptz not null,
    ended_at    timestamptz,
    end_reason  text,
    frames      bigint,
    sealed_at   timestamptz,
    file_name   text,
    sha256      text check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes       bigint,
    milliseconds bigint,
    gap_samples bigint,
    failure     text,
    check (state = 'OPEN' or (ended_at is not null and frames is not null)),
    check (state <> 'SEALED'
        or (sealed_at is not null and file_name is not null and sha256 is not null and bytes is not null))
);

create index recording_by_state on recording (state);

-- Whose a recording is: what the bed said when it began, and what a person decided where that was open or did not fit.

-- A recording that began at the bed without the server belongs to no session until a person files it.
alter table recording drop constraint recording_session_id_fkey;

-- Its recording does not fit its order: nothing is scored or reported before a person has looked.
alter table session add column held boolean not null default false;

create table recording_claim (
    recording_id   uuid primary key references recording (id),
    session_id     uuid not null,
    agent_id       text not null,
    bed_id         uuid not null references bed (id),
    source         text not null,
    simulated      boolean not null,
    started_at     timestamptz not null,
    offline        boolean not null,
    procedure      text not null,
    order_number   text not null,
    patient_number text not null,
    confirmed_by   text not null,
    received_at    timestamptz not null
);

create trigger recording_claim_append_only before update or delete or truncate on recording_claim
    for each statement execute function refuse_change_of_report_content();

-- UNFILED: of no session yet. HELD: of a session, and something differs. FILED: a person has confirmed whose it is.
create table filing (
    recording_id   uuid primary key references recording_claim (recording_id),
    state          text not null check (state in ('UNFILED', 'HELD', 'FILED')),
    differences    text not null,
    noticed_at     timestamptz not null,
    order_id       uuid references clinic_order (id),
    order_number   text,
    patient_number text,
    filed_by       uuid references clinic_user (id),
    filed_at       timestamptz,
    method         text check (method in ('ASKED', 'SCANNED')),
    reason         text check (reason <> ''),
    check (state <> 'FILED' or (order_id is not null and order_number is not null and patient_number is not null
        and filed_by is not null and filed_at is not null and method is not null))
);
create index filing_open on filing (noticed_at) where state <> 'FILED';
create index filing_latest on filing (filed_at desc) where state = 'FILED';

create function require_session_or_filing() returns trigger language plpgsql as $$
begin
    if not exists (select 1 from session s where s.id = new.session_id)
        and not exists (select 1 from filing f where f.recording_id = new.id and f.state = 'UNFILED') then
        raise exception 'a recording belongs to a session, or waits to be filed: recording=%, session=%',
            new.id, new.session_id using errcode = 'foreign_key_violation';
    end if;
    return null;
end $$;

create constraint trigger recording_has_its_place after insert or update of session_id on recording
    deferrable initially deferred for each row execute function require_session_or_filing();

-- Scoring of sealed recordings, and the reports made from the results.

create table scoring_job (
    recording_id uuid primary key references recording (id),
    session_id uuid not null references session (id),
    state text not null check (state in ('WAITING', 'RUNNING', 'DONE', 'FAILED')),
    attempts integer not null default 0 check (attempts >= 0),
    failure_code text,
    failure_detail text,
    created_at timestamptz not null,
    finished_at timestamptz,
    check ((state = 'FAILED') = (failure_code is not null))
);

create index scoring_job_open on scoring_job (created_at) where state in ('WAITING', 'RUNNING');

create table scored_result (
    id uuid primary key,
    recording_id uuid not null references recording (id),
    session_id uuid not null references session (id),
    protocol_id text not null,
    protocol_version text not null,
    software_version text not null,
    refusal_code text,
    document bytea not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    scored_at timestamptz not null,
    unique (recording_id, sha256)
);

create table report (
    id uuid primary key,
    session_id uuid not null references session (id),
    recording_id uuid not null unique references recording (id),
    result_id uuid not null references scored_result (id),
    patient_id uuid not null references patient (id),
    protocol_id text not null,
    state text not null check (state in ('DRAFT', 'FINAL')),
    version integer not null check (version >= 1),
    revision integer not null check (revision >= 1),
    recording_ended_at timestamptz not null,
    created_at timestamptz not null,
    signed_at timestamptz,
    signed_by uuid references clinic_user (id),
    quality_grade text not null check (quality_grade in ('green', 'amber', 'red')),
    quality_index double precision not null,
    refused boolean not null,
    simulated boolean not null,
    check ((state = 'FINAL') = (signed_at is not null)),
    check ((state = 'FINAL') = (signed_by is not null))
);

create index report_by_age on report (state, recording_ended_at desc);
create index report_of_patient on report (patient_id, recording_ended_at desc);
create index report_of_session on report (session_id);

-- A revision is written once: the draft made from the result, each saved impression, the signed report.
-- The version is what readers count: it rises when a signed report is replaced.
create table report_version (
    report_id uuid not null references report (id),
    revision integer not null check (revision >= 1),
    version integer not null check (version >= 1),
    state text not null check (state in ('DRAFT', 'FINAL')),
    document bytea not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    impression text,
    author_id uuid references clinic_user (id),
    author_name text,
    created_at timestamptz not null,
    primary key (report_id, revision),
    check ((author_id is null) = (author_name is null))
);

create unique index report_version_one_final on report_version (report_id, version) where state = 'FINAL';

create table report_rendition (
    report_id uuid not null,
    revision integer not null,
    form text not null check (form in ('PDF_ZH', 'PDF_EN', 'FHIR')),
    bytes bytea not null,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    created_at timestamptz not null,
    primary key (report_id, revision, form),
    foreign key (report_id, revision) references report_version (report_id, revision)
);

create table report_signature (
    report_id uuid not null,
    revision integer not null,
    signer_id uuid not null references clinic_user (id),
    signer_name text not null,
    meaning text not null check (meaning in ('AUTHORSHIP', 'REVIEW', 'REVIEW_AND_APPROVAL')),
    signed_at timestamptz not null,
    document_sha256 text not null check (document_sha256 ~ '^[0-9a-f]{64}$'),
    primary key (report_id, revision),
    foreign key (report_id, revision) references report_version (report_id, revision)
);

create table signing_attempt (
    id uuid primary key,
    user_id uuid not null references clinic_user (id),
    report_id uuid not null references report (id),
    accepted boolean not null,
    attempted_at timestamptz not null
);

create index signing_attempt_of_user on signing_attempt (user_id, attempted_at desc);

create function refuse_change_of_report_content() returns trigger language plpgsql as $$
begin
    raise exception 'stored results, report versions and signatures are append-only: table=%, operation=%',
        tg_table_name, tg_op using errcode = 'restrict_violation';
end $$;

create trigger scored_result_append_only before update or delete or truncate on scored_result
    for each statement execute function refuse_change_of_report_content();
create trigger report_version_append_only before update or delete or truncate on report_version
    for each statement execute function refuse_change_of_report_content();
create trigger report_rendition_append_only before update or delete or truncate on report_rendition
    for each statement execute function refuse_change_of_report_content();
create trigger report_signature_append_only before update or delete or truncate on report_signature
    for each statement execute function refuse_change_of_report_content();

create function refuse_change_of_signed_report() returns trigger language plpgsql as $$
begin
    if old.state = 'FINAL' then
        raise exception 'a signed report is not changed: report=%, operation=%', old.id, tg_op
            using errcode = 'restrict_violation';
    end if;
    if tg_op = 'DELETE' then
        raise exception 'a report is not deleted: report=%', old.id using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger report_signed_is_fixed before update or delete on report
    for each row execute function refuse_change_of_signed_report();

create function refuse_version_of_signed_report() returns trigger language plpgsql as $$
begin
    if exists (select 1 from report_version v where v.report_id = new.report_id and v.state = 'FINAL') then
        raise exception 'a signed report takes no further revision: report=%', new.report_id
            using errcode = 'restrict_violation';
    end if;
    return new;
end $$;

create trigger report_version_none_after_final before insert on report_version
    for each row execute function refuse_version_of_signed_report();

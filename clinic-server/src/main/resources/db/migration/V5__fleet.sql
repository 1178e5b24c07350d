-- Beds that are no longer used, what is remembered of an agent while it is away, and sessions that a person closed.

alter table bed
    add column retired_at timestamptz;

alter table agent
    add column last_contact_at timestamptz,
    add column version         text,
    add column device          text,
    add column simulated       boolean;

alter table session
    add column ended_by uuid references clinic_user (id),
    add column end_note text check (end_note <> ''),
    add check ((ended_by is null) = (end_note is null)),
    add check (ended_by is null or state = 'ENDED');

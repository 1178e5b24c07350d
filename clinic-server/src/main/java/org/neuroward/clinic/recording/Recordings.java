package org.neuroward.clinic.recording;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/** The catalogue of recordings. */
@ApplicationScoped
public class Recordings {

    private final EntityManager database;
    private final RecordingFolder folder;
    private final Event<RecordingEnded> ended;
    private final Clock clock = Clock.systemUTC();

    Recordings(EntityManager database, RecordingFolder folder, Event<RecordingEnded> ended) {
        this.database = database;
        this.folder = folder;
        this.ended = ended;
    }

    @Transactional
    public Optional<StoredRecording> find(UUID recordingId) {
        return Optional.ofNullable(database.find(RecordingEntity.class, recordingId))
                .map(entity -> entity.toStored(folder.sealedFolder()));
    }

    /** @throws NoSuchElementException when there is no such recording */
    public StoredRecording get(UUID recordingId) {
        return find(recordingId).orElseThrow(() -> new NoSuchElementException("no such recording: " + recordingId));
    }

    @Transactional
    public Optional<StoredRecording> findOfSession(UUID sessionId) {
        return database.createQuery("from RecordingEntity where sessionId = :session", RecordingEntity.class)
                .setParameter("session", sessionId)
                .getResultStream()
                .findFirst()
                .map(entity -> entity.toStored(folder.sealedFolder()));
    }

    /** Recordings in one state, oldest first. */
    @Transactional
    public List<StoredRecording> list(RecordingState state) {
        return database.createQuery(
                        "from RecordingEntity where state = :state order by openedAt", RecordingEntity.class)
                .setParameter("state", state)
                .getResultStream()
                .map(entity -> entity.toStored(folder.sealedFolder()))
                .toList();
    }

    /** Recordings of one agent that are open for frames. */
    @Transactional
    public List<StoredRecording> listOpenOf(String agentId) {
        return database.createQuery(
                        "from RecordingEntity where state = :state and agentId = :agent order by openedAt",
                        RecordingEntity.class)
                .setParameter("state", RecordingState.OPEN)
                .setParameter("agent", agentId)
                .getResultStream()
                .map(entity -> entity.toStored(folder.sealedFolder()))
                .toList();
    }

    /** Sealed recordings, oldest first. */
    public List<StoredRecording> listSealed() {
        return list(RecordingState.SEALED);
    }

    /** Notes that a recording has begun; its frames may now be stored. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(UUID recordingId, UUID sessionId, String agentId) {
        var entity = new RecordingEntity();
        entity.id = recordingId;
        entity.sessionId = sessionId;
        entity.agentId = agentId;
        entity.state = RecordingState.OPEN;
        entity.openedAt = clock.instant();
        database.persist(entity);
    }

    /**
     * Notes that the last frame is on disk. A second call changes nothing.
     *
     * @param frames number of frames of the recording
     */
    @Transactional
    public void end(UUID recordingId, String reason, long frames) {
        RecordingEntity entity = database.find(RecordingEntity.class, recordingId);
        if (entity.state == RecordingState.OPEN) {
            entity.state = RecordingState.ENDED;
            entity.endedAt = clock.instant();
            entity.endReason = reason;
            entity.frames = frames;
            ended.fire(new RecordingEnded(recordingId, entity.sessionId));
        }
    }

    @Transactional
    void sealing(UUID recordingId) {
        database.find(RecordingEntity.class, recordingId).state = RecordingState.SEALING;
    }

    @Transactional
    void sealed(UUID recordingId, StoredRecording.SealedFile file) {
        RecordingEntity entity = database.find(RecordingEntity.class, recordingId);
        entity.state = RecordingState.SEALED;
        entity.sealedAt = file.sealedAt();
        entity.fileName = file.path().getFileName().toString();
        entity.sha256 = file.sha256();
        entity.bytes = file.bytes();
        entity.milliseconds = file.length().toMillis();
        entity.gapSamples = file.gapSamples();
    }

    @Transactional
    void failed(UUID recordingId, String failure) {
        RecordingEntity entity = database.find(RecordingEntity.class, recordingId);
        entity.state = RecordingState.FAILED;
        entity.failure = failure;
    }
}

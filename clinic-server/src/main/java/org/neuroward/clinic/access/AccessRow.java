package org.neuroward.clinic.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One row of the access table.
 *
 * @param method an HTTP method, or {@code WS} for a WebSocket
 * @param path segments, where {@code {name}} stands for any one segment and a last {@code *} for any rest
 * @param open whether nobody need be signed in
 * @param roles who may, when it is not open
 * @param auditAction what the audit trail calls it, when the trail shall have it
 */
record AccessRow(String method, String path, boolean open, Set<Role> roles, Optional<String> auditAction) {
    private static final String REST = "*";

    boolean allows(Optional<Role> role) {
        return open || role.filter(roles::contains).isPresent();
    }

    boolean covers(String requestMethod, List<String> requestSegments) {
        List<String> segments = AccessTable.segments(path);
        boolean rest = !segments.isEmpty() && segments.getLast().equals(REST);
        int fixed = rest ? segments.size() - 1 : segments.size();
        if (!method.equals(requestMethod)
                || (rest ? requestSegments.size() <= fixed : requestSegments.size() != fixed)) {
            return false;
        }
        for (int i = 0; i < fixed; i++) {
            if (!isParameter(segments.get(i)) && !segments.get(i).equals(requestSegments.get(i))) {
                return false;
            }
        }
        return true;
    }

    /** The value of the first parameter of the path, which names what the request is about. */
    Optional<String> subject(List<String> requestSegments) {
        List<String> segments = AccessTable.segments(path);
        for (int i = 0; i < segments.size(); i++) {
            if (isParameter(segments.get(i))) {
                return Optional.of(requestSegments.get(i));
            }
        }
        return Optional.empty();
    }

    private static boolean isParameter(String segment) {
        return segment.startsWith("{") && segment.endsWith("}");
    }
}

// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.emulator;

/**
 * The one list of what is not compared, or not as recorded, when the emulator meets the recorded requests. Everything
 * else, body bytes, Content-Length, host names and times included, has to be as recorded.
 */
enum Normalisation {
    STAND_IN_DIGESTS(
            "digests of content that the recordings do not have stand for those of other content, by the table of"
                    + " StandIns; sizes need no table, as manifests declare the recorded ones"),
    TOKEN_VALUES(
            "recorded tokens read Sanitized or REDACTED; real ones are sent, of the scope of the token request before,"
                    + " or else of the contract's table, and the emulator's read as <token>"),
    LOST_REALM("two recordings have REDACTED in place of the whole realm; there its path /oauth2/token is cut"),
    SCOPE_ORDER("actions within the scope of a challenge have no stable order"),
    UPLOAD_SESSIONS(
            "an upload's uuid, the signature in its _state and the time it started; name, offset and form of the"
                    + " state are compared"),
    STORAGE_ADDRESSES(
            "host, account, expiry, signature, version and registry id of a storage address; the blob's path and"
                    + " the permissions are compared; the requests that follow go to the emulator's address"),
    STORAGE_ETAG("the ETag of storage: its form is compared"),
    REQUEST_IDS("X-Ms-Request-Id: its form is compared"),
    RATE_NUMBERS("numbers of the rate headers: their form, and that the header is there, are compared"),
    REDIRECT_BODY("two recordings lack the body of the 307; it is compared where it was recorded"),
    REWRITTEN_JSON("the recorder of 04 and 05 rewrote JSON without its last line feed"),
    CONFIG_MEDIA_TYPE("the registries of 13 and 14 did not have configMediaType yet"),
    UNRECORDED_HEADERS("headers that the recordings left out because all answers have them; headers that mean something"
            + " have to be absent where the recording has none"),
    SESSION_START("recording 24 begins within an upload session: it is started before");

    private final String reason;

    Normalisation(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}

// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

/**
 * The one list of what is not compared, or not as recorded, when the client meets the recorded answers. The recordings
 * were made by other libraries, which send the same operations in other words. Nothing else is loosened anywhere.
 */
enum Deviation {
    SERVER_ADDRESS("realm of a challenge and host of a storage redirect become the addresses of the scripted server"),
    TOKEN_VALUES("recorded tokens read Sanitized or REDACTED; the scripted server's access tokens name their scope, so"
            + " that the right one, with the scheme Bearer, has to be sent"),
    API_VERSION("this client always sends api-version=2021-07-01 to /acr and /oauth2, the recorded ones not always;"
            + " the service does not need it; on followed links it is never added"),
    PATH_SPELLING("/ and : in names and digests may be percent-encoded or not; the decoded path is compared"),
    QUERY_ORDER("parameters of a query are compared as a sorted list, except on followed links, which are compared to"
            + " the letter"),
    SCOPE_ORDER("actions within a scope and fields of a form have no stable order"),
    UNCOMPARED_HEADERS("of headers, Authorization, Range, Content-Range, for manifests Accept, and with a body"
            + " Content-Type without its parameters are compared; the others carry no meaning for the answer"),
    MANIFEST_ACCEPT("for manifests this client names every type and then */*, whatever the recorded library listed;"
            + " that */* and the four image and index types are there is asserted"),
    ANONYMOUS_FORM("one recorded library sent a meaningless refresh_token with grant_type=password, this client none"),
    LOGIN_FIRST("a recording that begins with a token in hand is preceded by the login that got it: challenge, exchange"
            + " and token in the form of recording 01"),
    SCOPE_FORESEEN("once the token service is known this client asks for the token of the next scope without"
            + " provoking a 401, and never sends a token of another scope"),
    TOKEN_KEPT("a token is fetched once per scope, however often the other library fetched it"),
    DIGEST_FILTER_KEPT(
            "the next link of a filtered tag list has lost its digest parameter, which this client puts back"),
    ONE_SLICE_UPLOAD(
            "content that fits one slice rides on the closing PUT, where the recorded library sent PATCH and an"
                    + " empty PUT"),
    SLICE_SIZE("the recorded chunks of 256 bytes stand for slices of 8 MiB: content and Content-Range are scaled, and"
            + " the session's start and end, which are not in that recording, are added"),
    WHOLE_DOWNLOAD("this client reads a blob in one request without Range: recorded partial answers are served as one"
            + " whole answer"),
    STORAGE_PERMISSION("the storage address has sp=Sanitized in some recorded requests, though the redirect said sp=r"),
    BODY_MADE_UP("the recording of a schema 1 manifest omits its body; other bytes of the same length stand for it");

    private final String reason;

    Deviation(String reason) {
        this.reason = reason;
    }

    String reason() {
        return reason;
    }
}

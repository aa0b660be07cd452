// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.cli.demo;

/**
 * What went over the wire.
 *
 * @param requests all requests, those for tokens and to the data endpoint included
 * @param tokens requests for tokens
 * @param withToken requests that carried a token
 * @param signed requests without one to signed addresses, from which blobs are downloaded
 * @param refused requests without one that were challenged to bring one
 * @param unguarded requests that the registry served although they carried none
 * @param sentBytes bytes of request bodies
 * @param receivedBytes bytes of response bodies
 */
public record Traffic(
        long requests,
        long tokens,
        long withToken,
        long signed,
        long refused,
        long unguarded,
        long sentBytes,
        long receivedBytes) {}

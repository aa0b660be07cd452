// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.replay.client;

/**
 * How much of a list to read.
 *
 * @param size of a page; 0 leaves it to the service
 * @param token where to begin; empty for the start
 * @param pages how many pages to take
 */
record Paging(int size, String token, int pages) {
    static final Paging FIRST_PAGE = new Paging(0, "", 1);

    static Paging of(int size, int pages) {
        return new Paging(size, "", pages);
    }

    static Paging from(String token) {
        return new Paging(0, token, 1);
    }
}

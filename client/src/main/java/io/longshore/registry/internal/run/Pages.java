// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.http.rest.PagedResponse;
import org.jspecify.annotations.Nullable;

/** A listing in pages, as values: how to ask for the first page and how to follow a link. */
public interface Pages<T> {

    /** The way to the first page, with at most {@code size} items; null leaves the size to the service. */
    Step<PagedResponse<T>> first(@Nullable Integer size);

    /** The way to the page that a continuation token names. */
    Step<PagedResponse<T>> next(String token);
}

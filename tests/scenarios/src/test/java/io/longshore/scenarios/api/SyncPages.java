// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import com.azure.core.http.rest.PagedIterable;
import com.azure.core.http.rest.PagedResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

final class SyncPages {
    private SyncPages() {}

    static <T> List<List<String>> of(
            PagedIterable<T> items, @Nullable String token, int size, Function<T, String> name) {
        List<List<String>> pages = new ArrayList<>();
        for (PagedResponse<T> page : token == null ? items.iterableByPage(size) : items.iterableByPage(token, size)) {
            pages.add(page.getValue().stream().map(name).toList());
        }
        return pages;
    }
}

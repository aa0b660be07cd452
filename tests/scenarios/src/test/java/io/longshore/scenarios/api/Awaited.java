// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.scenarios.api;

import com.azure.core.http.rest.PagedFlux;
import com.azure.core.http.rest.PagedResponse;
import com.azure.core.http.rest.Response;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a publisher ends with, subscribed on a thread that must not be blocked. */
final class Awaited {
    private static final Duration PATIENCE = Duration.ofMinutes(15);

    private Awaited() {}

    static <T> T value(Mono<T> mono) {
        return Objects.requireNonNull(
                mono.subscribeOn(Schedulers.parallel()).block(PATIENCE), "the Mono ended without a value");
    }

    static void end(Mono<?> mono) {
        mono.subscribeOn(Schedulers.parallel()).block(PATIENCE);
    }

    static <T> List<T> all(Flux<T> items) {
        return value(items.collectList());
    }

    static int status(Mono<? extends Response<?>> response) {
        return value(response).getStatusCode();
    }

    static <T> List<List<String>> pages(
            PagedFlux<T> items, @Nullable String token, int size, Function<T, String> name) {
        Flux<PagedResponse<T>> pages = token == null ? items.byPage(size) : items.byPage(token, size);
        return all(pages.map(page -> page.getValue().stream().map(name).toList()));
    }
}

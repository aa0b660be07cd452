// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.behaviour;

import com.azure.core.exception.HttpResponseException;
import com.azure.core.models.ResponseError;
import java.time.Duration;
import reactor.core.Exceptions;
import reactor.core.publisher.Mono;

/** What a caller gets, as a short text. */
final class Outcome {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private Outcome() {}

    static String sync(Operation operation, Operation.Sync clients) {
        try {
            operation.sync().accept(clients);
            return "value";
        } catch (RuntimeException | Error failure) {
            return of(failure);
        }
    }

    /** Tells a failure of the call itself from one that is signalled. */
    static String async(Operation operation, Operation.Async clients) {
        try {
            return operation
                    .async()
                    .apply(clients)
                    .then(Mono.just("value"))
                    .onErrorResume(failure -> Mono.just(of(failure)))
                    .block(PATIENCE);
        } catch (RuntimeException | Error failure) {
            return "at once " + of(failure);
        }
    }

    private static String of(Throwable failure) {
        Throwable thrown = Exceptions.unwrap(failure);
        StringBuilder text = new StringBuilder(named(thrown.getClass()));
        if (thrown instanceof HttpResponseException answered && answered.getResponse() != null) {
            text.append(' ').append(answered.getResponse().getStatusCode());
            if (answered.getValue() instanceof ResponseError error) {
                text.append(' ').append(error.getCode());
            }
        }
        return text.toString();
    }

    /** Types that nobody outside can name are shown by the one that can be caught. */
    private static String named(Class<?> type) {
        boolean isHidden =
                type.getName().contains(".internal.") || type.getName().contains(".implementation.");
        return isHidden ? named(type.getSuperclass()) + " (" + type.getSimpleName() + ")" : type.getSimpleName();
    }
}

// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.pipeline;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.policy.ExponentialBackoffOptions;
import com.azure.core.http.policy.RequestRetryCondition;
import com.azure.core.http.policy.RetryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.jspecify.annotations.Nullable;

/** When a second try may help, where the caller has not set rules of its own. */
final class RetryRules {
    private static final Set<Integer> PASSING = Set.of(408, 429, 500, 502, 503, 504);

    /** A caller that waits longer than this for one call is better told, and decides itself. */
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    private static final List<HttpHeaderName> MILLISECONDS =
            List.of(HttpHeaderName.fromString("x-ms-retry-after-ms"), HttpHeaderName.fromString("retry-after-ms"));

    /** As many as a number surely holds. */
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,18}");

    private RetryRules() {}

    /** azure-core's back-off with these rules. */
    static RetryOptions options() {
        return new RetryOptions(new ExponentialBackoffOptions()).setShouldRetryCondition(RetryRules::mayHelp);
    }

    private static boolean mayHelp(RequestRetryCondition outcome) {
        HttpResponse response = outcome.getResponse();
        if (response != null) {
            return PASSING.contains(response.getStatusCode()) && wait(response).compareTo(LONGEST_WAIT) <= 0;
        }
        Throwable fault = outcome.getThrowable();
        while (fault instanceof UncheckedIOException && fault.getCause() != null) {
            fault = fault.getCause();
        }
        boolean settled = fault instanceof UnknownHostException
                || fault instanceof SSLHandshakeException
                || fault instanceof SSLPeerUnverifiedException;
        return !settled && (fault instanceof IOException || fault instanceof TimeoutException);
    }

    /** As long as azure-core would wait: it heeds two headers in milliseconds before the standard one. */
    private static Duration wait(HttpResponse response) {
        HttpHeaders headers = response.getHeaders();
        return MILLISECONDS.stream()
                .map(headers::getValue)
                .filter(value -> value != null && DIGITS.matcher(value).matches())
                .findFirst()
                .map(value -> Duration.ofMillis(Long.parseLong(value)))
                .orElseGet(() -> standard(headers.getValue(HttpHeaderName.RETRY_AFTER)));
    }

    /** {@code Retry-After} in seconds or as a date; zero if absent or unreadable. */
    private static Duration standard(@Nullable String value) {
        if (value == null) {
            return Duration.ZERO;
        }
        try {
            return DIGITS.matcher(value).matches()
                    ? Duration.ofSeconds(Long.parseLong(value))
                    : Duration.between(
                            OffsetDateTime.now(ZoneOffset.UTC),
                            OffsetDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME));
        } catch (DateTimeParseException e) {
            // What cannot be read cannot be waited for; the back-off decides.
            return Duration.ZERO;
        }
    }
}

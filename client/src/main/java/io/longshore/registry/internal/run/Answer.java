// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.http.rest.Response;
import com.azure.core.http.rest.SimpleResponse;
import com.azure.json.JsonProviders;
import com.azure.json.JsonReader;
import com.azure.json.ReadValueCallback;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;

/** What came back: status, headers and, unless the call left it open, the whole body. */
public final class Answer {
    private final String callName;
    private final boolean secret;
    private final HttpResponse response;
    private final byte[] body;

    Answer(Call<?> call, HttpResponse response, byte[] body) {
        this.callName = call.name();
        this.secret = call.reading() instanceof Call.Reading.Whole whole && whole.secret();
        this.response = response;
        this.body = body;
    }

    /** HTTP status. */
    public int status() {
        return response.getStatusCode();
    }

    /** All headers. */
    public HttpHeaders headers() {
        return response.getHeaders();
    }

    /** One header's value. */
    public Optional<String> header(HttpHeaderName name) {
        return Optional.ofNullable(response.getHeaderValue(name));
    }

    /** The request that was answered. */
    public HttpRequest request() {
        return response.getRequest();
    }

    /** The body, not copied: readers do not change it. Empty where the call left it open. */
    public byte[] body() {
        return body;
    }

    /** The response with its body still on the connection; whoever takes it closes it. */
    public HttpResponse open() {
        return response;
    }

    /** Fails with the service's own error unless the status is one of these. */
    public Answer expect(int... statuses) {
        if (Arrays.stream(statuses).noneMatch(status -> status == status())) {
            throw RegistryFailure.of(callName, quotable());
        }
        return this;
    }

    /** Parses the body as one JSON value. */
    public <T> T json(ReadValueCallback<JsonReader, T> reader) {
        try (JsonReader json = JsonProviders.createReader(body)) {
            T value = reader.read(json);
            if (value == null) {
                throw unreadable("the body is empty", null);
            }
            return value;
        } catch (IOException e) {
            // Without the cause: the parser quotes the text it stumbled over, which may hold a token.
            throw unreadable("the body is not the JSON that this call answers with", null);
        } catch (IllegalStateException | IllegalArgumentException | java.time.DateTimeException e) {
            throw unreadable("the body is not the JSON that this call answers with", e);
        }
    }

    /** The error for an answer that broke the protocol in spite of its status. */
    public RuntimeException unreadable(String reason, @org.jspecify.annotations.Nullable Throwable cause) {
        return RegistryFailure.unreadable(callName, quotable(), reason, secret ? null : cause);
    }

    /** The answer around a value, for the public {@code …WithResponse} methods. */
    public <T> Response<T> with(T value) {
        return new SimpleResponse<>(request(), status(), headers(), value);
    }

    /** The answer of an operation that has no value. */
    @SuppressWarnings("NullAway") // azure-core's Response<Void> carries null by design
    public Response<Void> withoutValue() {
        return new SimpleResponse<>(request(), status(), headers(), null);
    }

    /** The answer as an exception may carry it: of a call for a secret, only what is plainly a refusal. */
    private WholeResponse quotable() {
        boolean refusal = status() >= 400 && !RegistryError.parse(body).isEmpty();
        boolean hidden = secret && !refusal;
        return new WholeResponse(response, hidden ? new byte[0] : body);
    }
}

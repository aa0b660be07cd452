// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.defects.registry;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/**
 * A registry that wants tokens and gives them to everybody.
 *
 * @param realm the path of its token endpoint
 * @param claims further members of its tokens' payload
 * @param content what it answers to requests with a token
 */
public record Logins(String realm, String claims, Function<Received, Reply> content)
        implements Function<Received, Reply> {
    private static final String FAR_FUTURE = "4102444800";

    @Override
    public Reply apply(Received request) {
        if (request.is("POST", "/oauth2/exchange")) {
            return Reply.json("{\"refresh_token\":\"" + token() + "\"}");
        }
        if (request.is("POST", "/oauth2/token")) {
            return Reply.json("{\"access_token\":\"" + token() + "\"}");
        }
        return request.header("authorization").isEmpty() ? challenge(request) : content.apply(request);
    }

    /** The same with this time before each answer. */
    public Function<Received, Reply> slowly(Duration time) {
        return request -> {
            LockSupport.parkNanos(time.toNanos());
            return apply(request);
        };
    }

    private Reply challenge(Received request) {
        String host = request.header("host");
        return Reply.error(401, "UNAUTHORIZED")
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"https://" + host + realm + "\",service=\"" + host
                                + "\",scope=\"repository:samples/app:metadata_read\"");
    }

    private String token() {
        return encoded("{\"alg\":\"none\"}") + "." + encoded("{\"exp\":" + FAR_FUTURE + claims + "}") + ".signature";
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}

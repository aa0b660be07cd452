// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.run;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import io.longshore.registry.internal.content.Portion;
import io.longshore.registry.internal.content.Slice;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a sequence of exchanges wants next. A chain may own running state (a digest), so it serves one run; the drivers
 * take a supplier where a run can be repeated.
 */
public sealed interface Step<T> {

    /** Send a call, go on with its result. */
    record Send<R, T>(Call<R> call, Function<R, Step<T>> next) implements Step<T> {}

    /** Read the next slice of the content that the run was given. */
    record Read<T>(Portion portion, Function<Slice, Step<T>> next) implements Step<T> {}

    /** Ask the caller's credential for a token. */
    record Ask<T>(TokenCredential credential, TokenRequestContext request, Function<AccessToken, Step<T>> next)
            implements Step<T> {

        /** What a credential handed over; a credential that has nothing to give has to fail instead. */
        static AccessToken given(@Nullable AccessToken token) {
            if (token == null) {
                throw new IllegalStateException("the credential gave neither a token nor an error: "
                        + "check the TokenCredential that was given to the builder");
            }
            return token;
        }
    }

    /** Take a value that concurrent runs share: the first one fetches it, the others wait for the same. */
    record Share<R, T>(SingleFlight<R> flight, Supplier<Step<R>> fetch, Function<R, Step<T>> next) implements Step<T> {}

    /** The end. */
    record Done<T>(T value) implements Step<T> {}
}

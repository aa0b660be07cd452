// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.official.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Each kind of change that would break a user is seen. */
class PromisesTest {
    @Test
    void promises_ofAType_areItsSupertypesMembersConstantsAndFailures() {
        String me = PromisesTest.class.getName();

        assertThat(Promises.of(Sample.class))
                .containsExactlyInAnyOrder(
                        "Sample: public static class " + me + "$Sample",
                        "Sample: extends java.lang.Object",
                        "Sample: implements java.io.Closeable",
                        "Sample: public static final java.lang.String NAME = a",
                        "Sample: public new (java.util.List<java.lang.String>)",
                        "Sample: public void close() throws java.io.IOException",
                        "Sample: protected static int size(java.util.Set<T>)",
                        "Sample: @Deprecated public static final java.lang.String " + me + "$Sample.NAME");
    }

    /** Private things are no promises. */
    public static class Sample implements Closeable {
        @Deprecated
        public static final String NAME = "a";

        private final List<String> hidden;

        public Sample(List<String> hidden) {
            this.hidden = hidden;
        }

        @Override
        public void close() throws IOException {
            hidden();
        }

        protected static <T> int size(Set<T> all) {
            return all.size();
        }

        private void hidden() throws IOException {
            throw new IOException(hidden.toString());
        }
    }
}

// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.house.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@SuppressWarnings("unused") // The members are read by reflection.
class ApiListingTest {
    /** A sample with something of each kind. */
    public abstract static class Sample<T extends Number> implements Comparable<Sample<T>> {
        public static final String NAME = "a";
        protected @Nullable T value;
        int hidden;

        protected Sample() {}

        Sample(int hidden) {}

        public abstract @Nullable T find(String key, @Nullable List<? super T> others) throws IOException;

        @Deprecated
        public final <E> E pick(E one, String... others) {
            return one;
        }

        private void secret() {}

        void room() {}
    }

    /** Closed. */
    public sealed interface Shape permits Dot {}

    /** The only one. */
    public record Dot(int x) implements Shape {}

    /** Two. */
    public enum Kind {
        A,
        B
    }

    @Test
    void listing_ofAClass_showsPromisesOnly() {
        String name = ApiListingTest.class.getName();
        assertThat(ApiListing.of(List.of(Sample.class)).lines())
                .containsExactly(
                        "public abstract static class " + name + "$Sample<T extends java.lang.Number>"
                                + " implements java.lang.Comparable<" + name + "$Sample<T>>",
                        "    @Deprecated public final <E> E pick(E, java.lang.String[])",
                        "    protected @Nullable T value",
                        "    protected Sample()",
                        "    public abstract @Nullable T find(java.lang.String,"
                                + " @Nullable java.util.List<? super T>) throws java.io.IOException",
                        "    public static final java.lang.String NAME");
    }

    @Test
    void listing_ofRecordsEnumsAndSealedTypes_namesTheirKind() {
        String name = ApiListingTest.class.getName();
        assertThat(ApiListing.of(List.of(Shape.class, Dot.class, Kind.class)).lines())
                .contains(
                        "public sealed interface " + name + "$Shape permits " + name + "$Dot",
                        "public record " + name + "$Dot implements " + name + "$Shape",
                        "    public int x()",
                        "public enum " + name + "$Kind",
                        "    public static final " + name + "$Kind A");
    }
}

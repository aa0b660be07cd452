// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.transport;

import static org.assertj.core.api.Assertions.assertThat;

import io.longshore.registry.internal.fake.Program;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The client of the whole process, in a process whose environment names a proxy that cannot be used. */
class DefaultClientTest {

    @Test
    void defaultClient_brokenProxyVariable_failsTheSameWayEachTime() throws Exception {
        String output = Program.output(TwoTries.class, Map.of("HTTPS_PROXY", "socks5://proxy.example:1080"));

        assertThat(output.lines().filter(line -> line.contains("HTTPS_PROXY")))
                .as(output)
                .hasSize(2)
                .allMatch(line -> line.startsWith("java.lang.IllegalArgumentException: The proxy variable"));
    }

    /** Says twice why there is no default client. */
    static final class TwoTries {

        private TwoTries() {}

        public static void main(String[] arguments) {
            for (int i = 0; i < 2; i++) {
                try {
                    System.out.println(RegistryHttpClientBuilder.defaultClient());
                } catch (IllegalArgumentException | LinkageError e) {
                    System.out.println(e);
                }
            }
        }
    }
}

// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DataHostTest {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, 127.0.0.1:5000, localhost:7",
        "127.0.0.1, 127.0.0.1, localhost:7",
        "127.0.0.1, localhost:5000, localhost:7",
        "127.0.0.1, registry.test:5000, registry.test:7",
        "0.0.0.0, 127.0.0.1:5000, localhost:7",
        "0.0.0.0, 10.1.2.3:5000, 10.1.2.3:7",
        "::1, [::1]:5000, localhost:7",
        "10.1.2.3, 10.1.2.3:5000, 10.1.2.3:7"
    })
    void of_aCallersHost_isANameOfTheSameMachine(String bound, String caller, String expected) throws Exception {
        DataHost host = new DataHost(InetAddress.getByName(bound), addresses("127.0.0.1 ::1"), 7);

        assertThat(host.of(caller)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "::1, 127.0.0.1, [::1]:5000, [::1]:7",
        "127.0.0.1, ::1, 127.0.0.1:5000, 127.0.0.1:7",
        "127.0.0.1, '', 127.0.0.1:5000, 127.0.0.1:7",
        "0.0.0.0, '', 127.0.0.1:5000, 127.0.0.1:7",
        "0.0.0.0, 127.0.0.1, [::1]:5000, localhost:7"
    })
    void of_aNumber_isTheNameOnlyWhereThatIsListenedOn(String bound, String localhost, String caller, String expected)
            throws Exception {
        DataHost host = new DataHost(InetAddress.getByName(bound), addresses(localhost), 7);

        assertThat(host.of(caller)).isEqualTo(expected);
    }

    private static List<InetAddress> addresses(String texts) throws Exception {
        List<InetAddress> addresses = new ArrayList<>();
        for (String text : texts.isEmpty() ? new String[0] : texts.split(" ")) {
            addresses.add(InetAddress.getByName(text));
        }
        return addresses;
    }
}

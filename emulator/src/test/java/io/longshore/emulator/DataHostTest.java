// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
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
        assertThat(new DataHost(InetAddress.getByName(bound), 7).of(caller)).isEqualTo(expected);
    }
}

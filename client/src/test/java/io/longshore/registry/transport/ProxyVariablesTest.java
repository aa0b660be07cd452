// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.azure.core.http.ProxyOptions;
import com.azure.core.util.Configuration;
import com.azure.core.util.ConfigurationBuilder;
import java.util.Map;
import java.util.regex.Pattern;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProxyVariablesTest {

    @ParameterizedTest
    @CsvSource({
        "HTTPS_PROXY, http://proxy.example:3128, proxy.example, 3128",
        "https_proxy, http://proxy.example:3128/, proxy.example, 3128",
        "HTTP_PROXY, proxy.example:3128, proxy.example, 3128",
        "http_proxy, ' http://proxy.example ', proxy.example, 80",
    })
    void read_variable_namesTheProxy(String name, String value, String host, int port) {
        ProxyOptions proxy = ProxyVariables.read(variables(Map.of(name, value)));

        assertThat(proxy.getAddress().getHostString()).isEqualTo(host);
        assertThat(proxy.getAddress().getPort()).isEqualTo(port);
        assertThat(proxy.getAddress().isUnresolved()).isTrue();
    }

    @Test
    void read_severalVariables_takesTheOneForHttps() {
        ProxyOptions proxy =
                ProxyVariables.read(variables(Map.of("HTTP_PROXY", "http://other:1", "HTTPS_PROXY", "http://proxy:2")));

        assertThat(proxy.getAddress().getHostString()).isEqualTo("proxy");
    }

    @Test
    void read_settingsOfAzureCore_goBeforeTheVariables() {
        Configuration configuration = new ConfigurationBuilder(
                        path -> Map.of(), path -> Map.of(), path -> Map.of("HTTPS_PROXY", "http://proxy:2"))
                .putProperty("http.proxy.hostname", "azure")
                .putProperty("http.proxy.port", "1")
                .build();

        assertThat(ProxyVariables.read(configuration).getAddress()).hasToString("azure/<unresolved>:1");
    }

    @Test
    void read_noVariable_isNoProxy() {
        assertThat(ProxyVariables.read(variables(Map.of("HTTPS_PROXY", " ")))).isNull();
    }

    @Test
    void read_login_isDecoded() {
        ProxyOptions proxy = ProxyVariables.read(variables(Map.of("HTTPS_PROXY", "http://us%40er:p%3Aa%2F+s@proxy:1")));

        assertThat(proxy.getUsername()).isEqualTo("us@er");
        assertThat(proxy.getPassword()).isEqualTo("p:a/+s");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost",
                "127.0.0.1",
                "127.1.2.3",
                "corp.example",
                "reg.corp.example",
                "a.b.example",
                "ten.example"
            })
    void read_noProxy_goesDirectToHostsAndTheirSubdomains(String host) {
        assertThat(goesDirect(host)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"reg.example", "corp.example.evil", "notcorp.example", "b.example", "xten.example"})
    void read_noProxy_usesTheProxyForOtherHosts(String host) {
        assertThat(goesDirect(host)).isFalse();
    }

    private static boolean goesDirect(String host) {
        ProxyOptions proxy = ProxyVariables.read(variables(
                Map.of("HTTPS_PROXY", "http://proxy:1", "NO_PROXY", "corp.example, .b.example,,ten.example")));
        return Pattern.compile(proxy.getNonProxyHosts()).matcher(host).matches();
    }

    static Configuration variables(Map<String, String> variables) {
        return new ConfigurationBuilder(path -> Map.of(), path -> Map.of(), path -> variables).build();
    }

    @ParameterizedTest
    @CsvSource({
        "http://my_proxy:3128, my_proxy, 3128",
        "my_proxy.corp_net.example:3128, my_proxy.corp_net.example, 3128",
        "http://user:pa_ss@my_proxy:3128, my_proxy, 3128",
    })
    void read_hostWithAnUnderscore_isTaken(String value, String host, int port) {
        ProxyOptions proxy = ProxyVariables.read(variables(Map.of("HTTPS_PROXY", value)));

        assertThat(proxy.getAddress().getHostString()).isEqualTo(host);
        assertThat(proxy.getAddress().getPort()).isEqualTo(port);
    }

    @Test
    void read_ipv6Loopback_goesDirect() {
        assertThat(goesDirect("[::1]")).isTrue();
        assertThat(goesDirect("[::2]")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://proxy:1080", "socks5h://proxy:1080", "SOCKS4://proxy:1080"})
    void read_socksProxy_isRefusedWithAdvice(String value) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ProxyVariables.read(variables(Map.of("HTTPS_PROXY", value))))
                .withMessageContaining("HTTPS_PROXY")
                .withMessageContaining("http://proxy.example.com:8080");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://",
                "http://user:SECRET",
                "http://user:SECRET@",
                "http://user:SECRET@pro xy:1",
                "socks5://user:SECRET@proxy:1080",
                "::SECRET::",
                "http://user:SECRET#ss@proxy:1",
                "http://user:SECRET/ss@proxy:1",
                "http://user:%SECRET@proxy:1",
                "http://user:SECRET%@proxy:1",
                "http://user:SECRET@proxy:port",
                "http://user:SECRET@proxy:70000",
                "SECRET://proxy",
            })
    void read_valueThatIsBroken_isNowhereInTheFailure(String value) {
        Throwable failure = catchThrowable(() -> ProxyVariables.read(variables(Map.of("HTTPS_PROXY", value))));

        assertThat(failure).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("HTTPS_PROXY");
        assertThat(Throwables.getStackTrace(failure)).doesNotContain("SECRET");
    }
}

// Copyright (c) the Longshore authors. Licensed under the Apache License 2.0.
package io.longshore.registry.internal.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpMethod;
import com.azure.core.http.HttpRequest;
import io.longshore.registry.internal.fake.FakeAcr;
import io.longshore.registry.internal.fake.FakeHttp;
import io.longshore.registry.internal.fake.FakeResponse;
import io.longshore.registry.internal.fake.MovableClock;
import io.longshore.registry.internal.fake.Reply;
import io.longshore.registry.internal.fake.Way;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import org.junit.jupiter.api.Test;

class AuthorizerTest {
    private static final TokenService SERVICE =
            new TokenService(URI.create("https://reg.example/oauth2/token"), "reg.example");
    private static final Scopes PULL = new Scopes("repository:a:pull");

    private final MovableClock clock = new MovableClock();
    private final FakeHttp http = new FakeHttp(new FakeAcr(clock));
    private final Login login = new Login(null, "https://containerregistry.azure.net", "2021-07-01", clock);
    private final Authorizer authorizer = new Authorizer(registry(), login, false);

    @Test
    void after_tokenThatIsTooNarrow_isKept() {
        refuse(token(PULL), ",scope=\"repository:a:pull,push\",error=\"insufficient_scope\"");

        token(PULL);

        assertThat(http.sent()).hasSize(1);
    }

    @Test
    void after_tokenThatIsInvalid_isThrownAway() {
        refuse(token(PULL), ",scope=\"repository:a:pull\",error=\"invalid_token\"");

        token(PULL);

        assertThat(http.sent()).hasSize(2);
    }

    private Token token(Scopes scopes) {
        return Way.SYNC.run(http.pipeline(), () -> login.accessToken(SERVICE, scopes));
    }

    private void refuse(Token token, String rest) {
        HttpRequest request = new HttpRequest(HttpMethod.GET, "https://reg.example/v2/a/x")
                .setHeader(HttpHeaderName.AUTHORIZATION, "Bearer " + token.secret());
        Reply refusal =
                Reply.challenge("Bearer realm=\"https://reg.example/oauth2/token\",service=\"reg.example\"" + rest);

        assertThat(authorizer.after(new FakeResponse(request, refusal), PULL, PULL))
                .isPresent();
    }

    private static Origin registry() {
        try {
            return Origin.of(new URL("https://reg.example"));
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}

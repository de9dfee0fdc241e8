package dev.paddock.web.security;

import dev.paddock.people.Tokens;
import dev.paddock.web.errors.Problem;
import dev.paddock.web.errors.Problems;
import jakarta.servlet.DispatcherType;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.savedrequest.NullRequestCache;

/** Programs: a token with every request, no session, no cookie, and so nothing to forge. */
@Configuration(proxyBeanMethods = false)
class ApiSecurity {

    @Bean
    @Order(1)
    SecurityFilterChain api(HttpSecurity http, Tokens tokens, Problems problems) throws Exception {
        return http.securityMatcher("/api/**")
                .authorizeHttpRequests(urls -> urls.dispatcherTypeMatchers(DispatcherType.ASYNC, DispatcherType.ERROR)
                        .permitAll()
                        .requestMatchers("/api/openapi")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .addFilterBefore(new BearerTokens(tokens, problems), AuthorizationFilter.class)
                .exceptionHandling(refused ->
                        refused.authenticationEntryPoint(noToken(problems)).accessDeniedHandler(notAllowed(problems)))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(ContentSecurity::ofData)
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(requests -> requests.requestCache(new NullRequestCache()))
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static AuthenticationEntryPoint noToken(Problems problems) {
        return (request, response, why) -> {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, BearerTokens.CHALLENGE);
            problems.write(
                    response,
                    Problem.of(
                            HttpStatus.UNAUTHORIZED,
                            "Send a token: Authorization: Bearer pdk_… Make one under Account."));
        };
    }

    private static AccessDeniedHandler notAllowed(Problems problems) {
        return (request, response, why) ->
                problems.write(response, Problem.of(HttpStatus.FORBIDDEN, "This is not for the holder of this token."));
    }
}

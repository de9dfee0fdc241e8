package dev.paddock.web.security;

import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy;
import org.springframework.security.web.header.writers.CrossOriginResourcePolicyHeaderWriter.CrossOriginResourcePolicy;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;

/**
 * What a browser may do with our answers. All scripts and styles are files of ours, so the policy needs no nonce and no exception.
 * Strict-Transport-Security is Spring Security's own and only sent over https.
 */
final class ContentSecurity {

    private static final String PAGES =
            "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; object-src 'none';"
                    + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";

    private ContentSecurity() {}

    static void ofPages(HeadersConfigurer<HttpSecurity> headers) {
        common(headers, PAGES);
    }

    static void ofData(HeadersConfigurer<HttpSecurity> headers) {
        common(headers, DATA);
    }

    /** Files that are the same for everybody: caching them is the resource handler's matter. */
    static void ofAssets(HeadersConfigurer<HttpSecurity> headers) {
        common(headers, DATA);
        headers.cacheControl(HeadersConfigurer.CacheControlConfig::disable);
    }

    private static void common(HeadersConfigurer<HttpSecurity> headers, String policy) {
        headers.contentSecurityPolicy(content -> content.policyDirectives(policy))
                .frameOptions(FrameOptionsConfig::deny)
                // Links to choose a password carry their secret in the path.
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                .crossOriginOpenerPolicy(opener -> opener.policy(CrossOriginOpenerPolicy.SAME_ORIGIN))
                .crossOriginResourcePolicy(resource -> resource.policy(CrossOriginResourcePolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(permissions -> permissions.policy("camera=(), geolocation=(), microphone=()"));
    }
}

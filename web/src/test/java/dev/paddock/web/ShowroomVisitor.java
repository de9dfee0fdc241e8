package dev.paddock.web;

import dev.paddock.people.Caller;
import dev.paddock.people.Role;
import dev.paddock.people.Scope;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.UUID;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Everybody who enters the showroom is its owner. */
class ShowroomVisitor extends OncePerRequestFilter {

    static final UUID PERSON = new UUID(0, 7);

    private static final Caller GRACE = new Caller(PERSON, "grace@lab.example", Role.OWNER, EnumSet.allOf(Scope.class));

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        SecurityContextHolder.getContext()
                .setAuthentication(
                        new UsernamePasswordAuthenticationToken(
                                GRACE, "", AuthorityUtils.createAuthorityList("ROLE_OWNER")) {
                            @Override
                            public String getName() {
                                return GRACE.name();
                            }
                        });
        chain.doFilter(request, response);
    }
}

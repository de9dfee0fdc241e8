package dev.paddock.web.people;

import dev.paddock.people.ApiToken;
import dev.paddock.people.Caller;
import dev.paddock.people.Scope;
import dev.paddock.people.Tokens;
import dev.paddock.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/people/{id}/tokens")
@Tag(name = "People")
class TokensApi {

    static final int DEFAULT_DAYS = 30;

    /** @param days until it expires, 30 unless said */
    record TokenBody(
            @Nullable String name,
            @Nullable Set<Scope> scopes,
            @Nullable Integer days) {}

    /** @param token what to send as {@code Authorization: Bearer …}; shown here and now only */
    record IssuedView(UUID id, String token, Instant expires) {}

    record TokenView(
            UUID id,
            String name,
            String hint,
            Set<Scope> scopes,
            Instant created,
            Instant expires,
            @Nullable Instant lastUsed,
            @Nullable Instant revoked) {

        static TokenView of(ApiToken token) {
            return new TokenView(
                    token.id(),
                    token.name(),
                    token.hint(),
                    token.scopes(),
                    token.created(),
                    token.expires(),
                    token.lastUsed(),
                    token.revoked());
        }
    }

    private final Tokens tokens;

    TokensApi(Tokens tokens) {
        this.tokens = tokens;
    }

    @Operation(summary = "Makes a token; it is shown here and now only.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    IssuedView issue(Caller caller, @PathVariable UUID id, @RequestBody TokenBody body) {
        var scopes = body.scopes() == null ? Set.<Scope>of() : body.scopes();
        var days = body.days() == null ? DEFAULT_DAYS : body.days();
        var issued = tokens.issue(caller, id, body.name(), scopes, days);
        return new IssuedView(
                issued.token().id(), issued.secret(), issued.token().expires());
    }

    @Operation(
            summary = "Lists the tokens of a person, without their secrets.",
            description = "Newest first, the revoked and expired ones among them.")
    @GetMapping
    Page<TokenView> list(
            Caller caller,
            @PathVariable UUID id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int size) {
        return tokens.list(caller, id, cursor, Page.clamp(size)).map(TokenView::of);
    }

    @Operation(summary = "Revokes a token at once.")
    @DeleteMapping("/{token}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(Caller caller, @PathVariable UUID id, @PathVariable UUID token) {
        tokens.revoke(caller, id, token);
    }
}

using System.Text.Json.Nodes;
using Integration.Acumatica.Protocol;
using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;

namespace Integration.Acumatica.Sessions;

/// <summary>
/// <c>/identity/connect/token</c>: resource owner password grant once, then refresh tokens, each good for one use (OAuth pages of the
/// Integration Development Guide; a client-credentials grant is not offered).
/// </summary>
internal sealed class TokenEndpoint(OutsideHttp http, Credentials credentials, TimeProvider clock)
{
    private const string Target = "identity/connect/token";
    private static readonly TimeSpan SignInDeadline = TimeSpan.FromMinutes(1);

    /// <summary>Signs in with user name and password.</summary>
    public Task<TokenAnswer> PasswordAsync(CancellationToken ct)
    {
        if (credentials.ClientSecret is not { } secret || credentials.Password is not { } password)
            return Task.FromResult(new TokenAnswer(null, new WriteOutcome.Denied("The secrets clientSecret and password of the connection are not set.")));
        return AskAsync(new()
        {
            ["grant_type"] = "password", ["client_id"] = credentials.ClientId, ["client_secret"] = secret,
            ["username"] = credentials.Username, ["password"] = password, ["scope"] = "api offline_access",
        }, ct);
    }

    /// <summary>Exchanges a refresh token for new tokens; the old one is spent.</summary>
    public Task<TokenAnswer> RefreshAsync(string refreshToken, CancellationToken ct) => AskAsync(new()
    {
        ["grant_type"] = "refresh_token", ["client_id"] = credentials.ClientId,
        ["client_secret"] = credentials.ClientSecret ?? "", ["refresh_token"] = refreshToken,
    }, ct);

    private async Task<TokenAnswer> AskAsync(Dictionary<string, string> form, CancellationToken ct)
    {
        var asked = clock.GetUtcNow();
        var answer = await http.SendAsync(new OutsideRequest
        {
            Method = HttpMethod.Post,
            Target = Target,
            Deadline = SignInDeadline,
            Content = () => new FormUrlEncodedContent(form),
            ErrorText = answered => StrictJson.Read(answered.Body.Span) is JsonObject body ? (string?)body["error"] ?? ServerException.Read(body)?.Message : null,
        }, ct);
        return answer switch
        {
            OutsideAnswer.Answered { IsSuccess: true } good => Tokens(good, asked),
            OutsideAnswer.Answered bad => Refusal(bad),
            OutsideAnswer.Throttled throttled => new TokenAnswer(null, new WriteOutcome.Throttled(throttled.After)),
            OutsideAnswer.NotSent notSent => new TokenAnswer(null, new WriteOutcome.Unavailable($"Acumatica cannot be reached: {http.Masked(notSent.Reason)}")),
            OutsideAnswer.NoAnswer noAnswer => new TokenAnswer(null, new WriteOutcome.Unavailable($"Acumatica did not answer the sign-in: {http.Masked(noAnswer.Reason)}")),
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }

    private static TokenAnswer Tokens(OutsideAnswer.Answered answer, DateTimeOffset asked)
    {
        if (StrictJson.Read(answer.Body.Span) is not JsonObject body || (string?)body["access_token"] is not { Length: > 0 } access)
            return new TokenAnswer(null, new WriteOutcome.Unavailable("The sign-in was answered without a token."));
        var seconds = body["expires_in"] is JsonValue value && value.TryGetValue<long>(out var given) ? given : 3600;
        return new TokenAnswer(new TokenChain { AccessToken = access, ExpiresAt = asked.AddSeconds(seconds), RefreshToken = (string?)body["refresh_token"] ?? "" });
    }

    private static TokenAnswer Refusal(OutsideAnswer.Answered answer)
    {
        if (answer.Text().Contains("API Login Limit", StringComparison.OrdinalIgnoreCase))
            return new TokenAnswer(null, ServerException.LoginLimit());
        var body = StrictJson.Read(answer.Body.Span) as JsonObject;
        if (ServerException.Read(body) is { } exception)
            return exception.IsBadCredentials ? WrongCredentials() : new TokenAnswer(null, new WriteOutcome.Unavailable($"The sign-in failed in the ERP ({answer.Status})."));
        return (string?)body?["error"] switch
        {
            "invalid_grant" => WrongCredentials(),
            "invalid_client" or "unauthorized_client" => Denied("Acumatica does not accept the connected application (client id or secret)."),
            { } other => Denied($"Acumatica refused the sign-in: {other}."),
            null when answer.Status is 401 or 403 => Denied($"Acumatica refused the sign-in ({answer.Status})."),
            null => new TokenAnswer(null, new WriteOutcome.Unavailable($"The sign-in was answered with {answer.Status}.")),
        };
    }

    private static TokenAnswer WrongCredentials() =>
        Denied("Acumatica refused the user name or password; repeated wrong ones lock the account.", refused: true);

    private static TokenAnswer Denied(string reason, bool refused = false) => new(null, new WriteOutcome.Denied(reason), refused);
}

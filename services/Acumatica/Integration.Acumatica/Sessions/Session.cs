using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Platform.Faults;

namespace Integration.Acumatica.Sessions;

/// <summary>
/// One API session: one token chain, so one seat of the licence. Acumatica serialises the requests of a token, and so does
/// <see cref="SessionPool"/>: a session is used by one caller at a time.
/// </summary>
internal sealed class Session(string connection, int seat, OutsideHttp http, TokenEndpoint endpoint, Credentials credentials, ITokenStore store, TimeProvider clock)
{
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(1);

    // A denied connection pauses anyway; this keeps restarts and impatient resumes from locking the account.
    private static readonly TimeSpan[] HoldOff = [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(15)];
    private TokenChain? _chain;
    private bool _used;

    /// <summary>Sends a call, signing in first when needed. A 401 means that nothing was done: the token is renewed once and the call repeated.</summary>
    public async Task<SessionAnswer> SendAsync(OutsideRequest request, CancellationToken ct)
    {
        if (await SignInAsync(ct) is { } failure) return new SessionAnswer(null, failure);
        var answer = await SendOnceAsync(request, ct);
        if (answer is not OutsideAnswer.Answered { Status: 401 }) return new SessionAnswer(answer, null);

        _chain = _chain! with { AccessToken = "" };
        if (await SignInAsync(ct) is { } again) return new SessionAnswer(null, again);
        answer = await SendOnceAsync(request, ct);
        return answer is OutsideAnswer.Answered { Status: 401 }
            ? new SessionAnswer(null, new WriteOutcome.Denied("Acumatica does not accept a token that it has just issued (401): check the user's rights and the connected application."))
            : new SessionAnswer(answer, null);
    }

    /// <summary>Frees the seat. Acumatica wants Content-Length 0 here; revoking the token would not free it.</summary>
    public async Task LogoutAsync(CancellationToken ct)
    {
        if (!_used) return;
        await SendOnceAsync(new OutsideRequest { Method = HttpMethod.Post, Target = "entity/auth/logout" }, ct);
        _used = false;
    }

    private async Task<OutsideAnswer> SendOnceAsync(OutsideRequest request, CancellationToken ct)
    {
        _used = true;
        var headers = new Dictionary<string, string>(request.Headers) { ["Authorization"] = $"Bearer {_chain!.AccessToken}", ["Accept"] = "application/json" };
        return await http.SendAsync(request with { Headers = headers }, ct);
    }

    private async Task<WriteOutcome?> SignInAsync(CancellationToken ct)
    {
        _chain ??= await store.LoadAsync(connection, seat, ct);
        if (_chain.AccessToken.Length > 0 && _chain.ExpiresAt - clock.GetUtcNow() > Margin) return null;
        if (_chain.RefreshToken.Length > 0)
        {
            // Not given up half-way: the old token is spent as soon as the server has read it.
            var refreshed = await endpoint.RefreshAsync(_chain.RefreshToken, CancellationToken.None);
            CrashPoints.Hit("after-token-refresh");
            if (refreshed.Chain is { } next) return await KeepAsync(next.RefreshToken.Length > 0 ? next : next with { RefreshToken = _chain.RefreshToken }, ct);
            if (!refreshed.Refused) return refreshed.Failure;
            // Spent or revoked: a crash between refresh and save leaves us here. The chain is dropped, the password starts a new one.
            await KeepAsync(_chain with { AccessToken = "", RefreshToken = "" }, ct);
        }

        return await PasswordAsync(ct);
    }

    private async Task<WriteOutcome?> PasswordAsync(CancellationToken ct)
    {
        var fingerprint = credentials.Fingerprint();
        if (_chain!.DeniedCredentials == fingerprint && clock.GetUtcNow() < _chain.DeniedUntil) return new WriteOutcome.Denied(_chain.DeniedReason);
        var signedIn = await endpoint.PasswordAsync(ct);
        if (signedIn.Chain is { } chain) return await KeepAsync(chain, ct);
        if (signedIn.Failure is WriteOutcome.Denied denied)
        {
            var denials = _chain.DeniedCredentials == fingerprint ? _chain.Denials + 1 : 1;
            var until = clock.GetUtcNow() + HoldOff[Math.Min(denials, HoldOff.Length) - 1];
            await KeepAsync(_chain with { Denials = denials, DeniedUntil = until, DeniedReason = denied.Reason, DeniedCredentials = fingerprint }, ct);
        }

        return signedIn.Failure;
    }

    // Saved before it is used: the spent refresh token is worthless from now on.
    private async Task<WriteOutcome?> KeepAsync(TokenChain chain, CancellationToken ct)
    {
        _chain = chain;
        await store.SaveAsync(connection, seat, chain, CancellationToken.None);
        ct.ThrowIfCancellationRequested();
        return null;
    }
}

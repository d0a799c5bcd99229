using Integration.Connectors.Http;
using Integration.Connectors.Outcomes;
using Integration.Dynamics.Tokens;

namespace Integration.Dynamics.Protocol;

/// <summary>Sends OData calls with a token.</summary>
/// <param name="http">The connection's pipeline.</param>
/// <param name="tokens">Gives tokens.</param>
/// <param name="refused">What to say when a token that was just issued is not accepted.</param>
internal sealed class SignedHttp(OutsideHttp http, ITokenSource tokens, string refused)
{
    /// <summary>Sends it. A 401 means that nothing was done: the token is renewed once and the call repeated.</summary>
    public async Task<(OutsideAnswer? Answer, WriteOutcome? Failure)> SendAsync(OutsideRequest request, CancellationToken ct)
    {
        string? old = null;
        for (var attempt = 0; attempt < 2; attempt++)
        {
            var token = await tokens.TokenAsync(old, ct);
            if (token.Failure is { } failure) return (null, failure);
            old = token.Token!;
            var headers = new Dictionary<string, string>(request.Headers) { ["Authorization"] = $"Bearer {token.Token}", ["OData-Version"] = "4.0", ["OData-MaxVersion"] = "4.0" };
            headers.TryAdd("Accept", "application/json");
            var answer = await http.SendAsync(request with { Headers = headers }, ct);
            if (answer is not OutsideAnswer.Answered { Status: 401 }) return (answer, null);
        }

        return (null, new WriteOutcome.Denied(refused));
    }
}

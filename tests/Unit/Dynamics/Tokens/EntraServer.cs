using System.Net;
using System.Text;

namespace Integration.Tests.Unit.Dynamics.Tokens;

/// <summary>Microsoft Entra's token endpoint.</summary>
internal sealed class EntraServer : HttpMessageHandler
{
    private int _issued;

    /// <summary>The forms that were sent, with their address.</summary>
    public List<(Uri Address, string Form)> Seen { get; } = [];

    /// <summary>What is answered instead of a token, or null.</summary>
    public (int Status, string Body)? Answer { get; set; }

    /// <summary>A header of the answer, or null.</summary>
    public string? RetryAfter { get; set; }

    /// <summary>Set to hold answers back.</summary>
    public TaskCompletionSource? Hold { get; set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        Seen.Add((request.RequestUri!, request.Content is null ? "" : await request.Content.ReadAsStringAsync(cancellationToken)));
        if (Hold is { } hold) await hold.Task;
        var (status, body) = Answer ?? (200, $$"""{"token_type":"Bearer","expires_in":3599,"ext_expires_in":3599,"access_token":"token-{{++_issued}}"}""");
        var response = new HttpResponseMessage((HttpStatusCode)status) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        if (RetryAfter is { } after) response.Headers.TryAddWithoutValidation("Retry-After", after);
        return response;
    }
}

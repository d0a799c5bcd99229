using Microsoft.Identity.Client;

namespace Integration.Dynamics.Tokens;

/// <summary>Hands the sign-in library the one client that goes through our own pipeline.</summary>
internal sealed class EntraHttpFactory(EntraHandler handler) : IMsalHttpClientFactory, IDisposable
{
    // The pipeline has the deadline.
    private readonly HttpClient _client = new(handler) { Timeout = Timeout.InfiniteTimeSpan };

    /// <inheritdoc />
    public HttpClient GetHttpClient() => _client;

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}

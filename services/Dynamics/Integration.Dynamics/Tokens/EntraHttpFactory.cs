using Integration.Connectors.Http;
using Microsoft.Identity.Client;

namespace Integration.Dynamics.Tokens;

/// <summary>Hands the sign-in library the one client that goes through our own pipeline.</summary>
internal sealed class EntraHttpFactory(EntraHandler handler) : IMsalHttpClientFactory, IDisposable
{
    private readonly HttpClient _client = LibraryClient.Over(handler);

    /// <inheritdoc />
    public HttpClient GetHttpClient() => _client;

    /// <inheritdoc />
    public void Dispose() => _client.Dispose();
}

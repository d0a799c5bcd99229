using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;

namespace Integration.Platform.Hosting;

/// <summary>What a caller may hold of a service: connections that say nothing, or say it slowly, end; the largest request is a document for the console.</summary>
internal static class RequestLimits
{
    // Far more than shops, ERPs and operators open; each idle one costs some tens of kilobytes.
    private const int MostConnections = 4000;

    /// <summary>Sets them; section <c>Kestrel:Limits</c> of the configuration counts more.</summary>
    public static void Apply(KestrelServerOptions server, IConfiguration configuration)
    {
        server.AddServerHeader = false;
        server.Limits.MaxConcurrentConnections = MostConnections;
        server.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(10);
        server.Limits.KeepAliveTimeout = TimeSpan.FromSeconds(60);
        server.Limits.MaxRequestBodySize = 8 * 1024 * 1024;
        configuration.GetSection("Kestrel:Limits").Bind(server.Limits);
    }
}

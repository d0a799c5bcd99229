using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;

namespace Integration.Console.Access;

/// <summary>One address that the service is told to listen on.</summary>
/// <param name="Setting">The configuration key that says so.</param>
/// <param name="Url">The address as written there.</param>
internal sealed record ListenAddress(string Setting, string Url)
{
    private BindingAddress Binding => BindingAddress.Parse(Url);

    public bool IsTls => string.Equals(Binding.Scheme, "https", StringComparison.OrdinalIgnoreCase);

    public bool IsLocal => Binding is { } binding
        && (binding.IsUnixPipe
            || string.Equals(binding.Host, "localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(binding.Host, out var address) && IPAddress.IsLoopback(address)));

    /// <summary>What Kestrel will listen on: its own endpoints where there are any, else <c>Urls</c>.</summary>
    public static IReadOnlyList<ListenAddress> From(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren()
            .Select(endpoint => new ListenAddress($"{endpoint.Path}:Url", endpoint["Url"] ?? ""))
            .Where(address => address.Url.Length > 0).ToList();
        return endpoints.Count > 0
            ? endpoints
            : [.. (configuration["Urls"] ?? "").Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(url => new ListenAddress("Urls", url))];
    }
}

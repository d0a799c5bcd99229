using Integration.Sandbox.Dynamics.Entra;
using Microsoft.AspNetCore.Http;

namespace Integration.Sandbox.Dynamics.Finance.Calls;

/// <summary>Lets callers in: an access token for this environment, of an application that is mapped to a user here, and resources to serve it.</summary>
internal sealed class Gate(ITokenCheck tokens, FinanceOptions options)
{
    private volatile bool _isRevoked;

    /// <summary>True: the application is mapped to no user any more.</summary>
    public bool IsRevoked
    {
        get => _isRevoked;
        set => _isRevoked = value;
    }

    /// <summary>The environment is too busy for calls of this priority.</summary>
    public bool MustWait => options.Settings.Load >= options.Settings.Priority.ToUpperInvariant() switch
    {
        "LOW" => 70,
        "HIGH" => 95,
        _ => 85,
    };

    /// <summary>Who calls; null when he may not.</summary>
    public EntraApp? Caller(HttpRequest request)
    {
        var audience = options.Resource ?? new Uri($"{request.Scheme}://{request.Host}");
        return !IsRevoked && tokens.AppOf(request.Headers.Authorization, audience) is { } app && options.Applications.Contains(app.ClientId, StringComparer.OrdinalIgnoreCase) ? app : null;
    }
}

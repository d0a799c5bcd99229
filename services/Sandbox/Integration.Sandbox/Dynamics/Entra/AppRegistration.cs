using System.Security.Cryptography.X509Certificates;

namespace Integration.Sandbox.Dynamics.Entra;

/// <summary>An application that is registered in the tenant.</summary>
public sealed record AppRegistration
{
    /// <summary>Application (client) ID.</summary>
    public required string ClientId { get; init; }

    /// <summary>Object ID of the service principal.</summary>
    public required string ObjectId { get; init; }

    /// <summary>Client secrets that are valid now; several while one is replaced.</summary>
    public IReadOnlyList<string> Secrets { get; init; } = [];

    /// <summary>Certificates whose keys sign client assertions; only their public parts are used.</summary>
    public IReadOnlyList<X509Certificate2> Certificates { get; init; } = [];
}

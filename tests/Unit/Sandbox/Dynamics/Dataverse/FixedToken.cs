using Integration.Sandbox.Dynamics.Entra;

namespace Integration.Tests.Unit.Sandbox.Dynamics.Dataverse;

/// <summary>Knows two tokens: the integration's, and one of an application that the organization has no user for.</summary>
internal sealed class FixedToken(string clientId) : ITokenCheck
{
    public const string Good = "good-token";
    public const string Stranger = "stranger-token";

    public EntraApp? AppOf(string? authorization, Uri audience) => authorization switch
    {
        $"Bearer {Good}" => new EntraApp(clientId, Guid.Empty.ToString()),
        $"Bearer {Stranger}" => new EntraApp(Guid.NewGuid().ToString(), Guid.Empty.ToString()),
        _ => null,
    };
}

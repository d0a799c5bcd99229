using Integration.Platform.Secrets;

namespace Integration.Tests.Compliance.Erp.Dynamics;

/// <summary>Secrets of which every one is the same.</summary>
internal sealed class OneSecret(string secret) : ISecrets
{
    public string? Get(string name) => secret;

    public string Require(string name) => secret;
}

using Integration.Platform.Secrets;

namespace Integration.Tests.Integration.Security;

/// <summary>One value for every name.</summary>
internal sealed class GivenSecrets(string value) : ISecrets
{
    public string? Get(string name) => value;

    public string Require(string name) => value;
}

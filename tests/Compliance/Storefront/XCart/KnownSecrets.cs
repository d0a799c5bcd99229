using Integration.Platform.Secrets;

namespace Integration.Tests.Compliance.Storefront.XCart;

/// <summary>Secrets by name from memory.</summary>
internal sealed class KnownSecrets(IReadOnlyDictionary<string, string> values) : ISecrets
{
    public string? Get(string name) => values.GetValueOrDefault(name);

    public string Require(string name) => Get(name) ?? throw new InvalidOperationException($"No secret {name}.");
}

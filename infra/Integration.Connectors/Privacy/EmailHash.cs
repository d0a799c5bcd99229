using Integration.Platform.Database;
using Integration.Platform.Secrets;

namespace Integration.Connectors.Privacy;

/// <summary>A keyed hash of a normalised e-mail: finds a person's records without storing who the person is.</summary>
internal sealed class EmailHash(ISealer sealer)
{
    private readonly KeyedHash _hash = new(sealer);

    /// <summary>The hash of an e-mail, whatever its case and surrounding spaces.</summary>
    public Task<string> OfAsync(IUnit unit, string email, CancellationToken ct) => _hash.OfAsync(unit, email.Trim().ToLowerInvariant(), ct);
}

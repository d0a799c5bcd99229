using System.Security.Cryptography;
using System.Text;

namespace Integration.Connectors.Looks;

/// <summary>A record's content as the look keeps it.</summary>
/// <param name="Business">What counts as a change: the content as text, without stamps. Only its hash is stored.</param>
/// <param name="Snapshot">The content as JSON, stored sealed; null to store none.</param>
/// <param name="KeptFor">How long the snapshot is kept.</param>
/// <param name="ChangedAt">The source's change stamp, as its sweeps show it; null where it has none and is crawled.</param>
/// <param name="Email">The person it is about, for export and erasure; only a keyed hash is stored.</param>
internal sealed record LookContent(string Business, byte[]? Snapshot, TimeSpan KeptFor, DateTimeOffset? ChangedAt, string? Email)
{
    /// <summary>Hash of what counts as a change.</summary>
    public string Fingerprint { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Business)));
}

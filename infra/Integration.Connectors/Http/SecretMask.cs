namespace Integration.Connectors.Http;

/// <summary>Replaces the known secrets of one connection, raw and percent-encoded, by <c>***</c>.</summary>
public sealed class SecretMask
{
    private readonly string[] _secrets;

    /// <summary>Shorter values than four characters are not looked for: they would blank out ordinary text.</summary>
    /// <param name="secrets">The secret values.</param>
    public SecretMask(IEnumerable<string> secrets) => _secrets =
        [.. secrets.Where(secret => secret.Length >= 4)
            .SelectMany(secret => new[] { secret, Uri.EscapeDataString(secret) })
            .Distinct(StringComparer.Ordinal)
            .OrderByDescending(secret => secret.Length)];

    /// <summary>The text without the secrets.</summary>
    public string Apply(string text) => _secrets.Aggregate(text, (shown, secret) => shown.Replace(secret, "***", StringComparison.Ordinal));
}

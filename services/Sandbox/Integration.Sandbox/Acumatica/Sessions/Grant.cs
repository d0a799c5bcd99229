namespace Integration.Sandbox.Acumatica.Sessions;

/// <summary>What a sign-in through OAuth granted. Tokens are kept as hashes only.</summary>
internal sealed record Grant
{
    public required string Id { get; init; }

    public required string Scope { get; init; }

    public required string AccessHash { get; init; }

    public required DateTimeOffset AccessExpires { get; init; }

    /// <summary>The newest refresh token; an older one is worth nothing. Null without <c>offline_access</c>.</summary>
    public string? RefreshHash { get; init; }

    public DateTimeOffset RefreshExpires { get; init; }

    public bool IsRevoked { get; init; }
}

namespace Integration.Acumatica.Sessions;

/// <summary>The newest tokens of one session, and what the last refused sign-in said. Stored sealed, never logged.</summary>
internal sealed record TokenChain
{
    /// <summary>No tokens yet.</summary>
    public static TokenChain Empty { get; } = new();

    /// <summary>The access token, or empty.</summary>
    public string AccessToken { get; init; } = "";

    /// <summary>When the access token ends, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; init; }

    /// <summary>The newest refresh token, or empty. Each is good once.</summary>
    public string RefreshToken { get; init; } = "";

    /// <summary>Until when these credentials are not tried again; repeated wrong passwords lock the account.</summary>
    public DateTimeOffset DeniedUntil { get; init; }

    /// <summary>How often these credentials were refused in a row.</summary>
    public int Denials { get; init; }

    /// <summary>Why the last sign-in was refused.</summary>
    public string DeniedReason { get; init; } = "";

    /// <summary>Fingerprint of the refused credentials; others may be tried at once.</summary>
    public string DeniedCredentials { get; init; } = "";

    // No printing of members: a record's own text would show the tokens.
    private bool PrintMembers(System.Text.StringBuilder builder)
    {
        builder.Append("ExpiresAt = ").Append(ExpiresAt);
        return true;
    }
}

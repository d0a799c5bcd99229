namespace Integration.Sandbox.Acumatica.Sessions;

/// <summary>Tokens in clear, as they go out once, with the grant as it is kept.</summary>
internal sealed record IssuedTokens(string Access, string? Refresh, Grant Grant);

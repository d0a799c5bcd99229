namespace Integration.Acumatica.Sessions;

/// <summary>Keeps token chains over restarts.</summary>
internal interface ITokenStore
{
    /// <summary>The stored chain, or an empty one.</summary>
    Task<TokenChain> LoadAsync(string connection, int seat, CancellationToken ct);

    /// <summary>Stores the chain durably before it is used.</summary>
    Task SaveAsync(string connection, int seat, TokenChain chain, CancellationToken ct);
}

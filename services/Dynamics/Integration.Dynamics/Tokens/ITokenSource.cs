namespace Integration.Dynamics.Tokens;

/// <summary>Gives access tokens of one connection.</summary>
internal interface ITokenSource
{
    /// <summary>A token that is good now.</summary>
    /// <param name="refused">A token that the API has just refused, so that another is wanted; null for any.</param>
    /// <param name="ct">Cancels.</param>
    Task<TokenAnswer> TokenAsync(string? refused, CancellationToken ct);
}

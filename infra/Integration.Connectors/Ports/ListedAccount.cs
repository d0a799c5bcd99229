namespace Integration.Connectors.Ports;

/// <summary>An account of a storefront as a reconciliation needs it. Personal data: never logged.</summary>
/// <param name="Id">The storefront's id.</param>
/// <param name="Email">E-mail as the storefront has it; empty when it has none.</param>
/// <param name="CreatedAt">When the account was made; null when the storefront does not tell.</param>
public sealed record ListedAccount(string Id, string Email, DateTimeOffset? CreatedAt)
{
    /// <summary>Without personal data.</summary>
    public override string ToString() => $"{nameof(ListedAccount)} {Id}";
}

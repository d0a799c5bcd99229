namespace Integration.Contracts.Operations;

/// <summary>A person decided whose values of the fields in conflict are kept. Goes to the service that compares both sides.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="Entity">The canonical entity.</param>
/// <param name="Id">The storefront's id of the record.</param>
/// <param name="Keep"><see cref="Storefront"/> or <see cref="Erp"/>.</param>
/// <param name="Operator">Who decided.</param>
public sealed record DecideConflict(string Pair, string Entity, string Id, string Keep, string Operator)
{
    /// <summary>The storefront's values are kept.</summary>
    public const string Storefront = "storefront";

    /// <summary>The ERP's values are kept.</summary>
    public const string Erp = "erp";

    /// <summary>True when it says whose values.</summary>
    public static bool Knows(string? keep) => keep is Storefront or Erp;

    /// <summary>For people: <c>shop</c> or <c>ERP</c>.</summary>
    public static string Words(string keep) => keep == Erp ? "ERP" : "shop";
}

namespace Integration.Contracts.Reconciliation;

/// <summary>The two sides of a pair that a reconciliation compares.</summary>
public static class Sides
{
    /// <summary>The storefront.</summary>
    public const string Store = "store";

    /// <summary>The ERP.</summary>
    public const string Erp = "erp";
}

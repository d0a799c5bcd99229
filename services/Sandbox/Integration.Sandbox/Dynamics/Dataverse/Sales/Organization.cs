using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>What the organization's one row says, and who is an integration user.</summary>
internal static class Organization
{
    public static Record Row(Transaction transaction) => transaction.All("organization")[0];

    /// <summary>True when sales order processing is integrated and the caller is an integration user.</summary>
    public static bool IsIntegrating(Transaction transaction) =>
        IsIntegrated(transaction) && transaction.Find("systemuser", transaction.User)?.Flag("isintegrationuser") == true;

    /// <summary>True when sales order processing is integrated.</summary>
    public static bool IsIntegrated(Transaction transaction) => Row(transaction).Flag("issopintegrationenabled");

    public static Reference? BaseCurrency(Transaction transaction) => Row(transaction).Link("basecurrencyid");
}

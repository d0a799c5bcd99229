namespace Integration.Sandbox.Acumatica.Orders;

/// <summary>Order types of the tenant: SO and the merchant's own WO sell; RC, RR and RM take goods back; CM and CR credit without goods.</summary>
internal static class OrderTypes
{
    private static readonly string[] Sales = ["SO", "WO"];
    private static readonly string[] Returns = ["RC", "RR", "RM"];
    private static readonly string[] Credits = ["CM", "CR"];

    public static bool IsKnown(string type) => Sales.Contains(type) || Returns.Contains(type) || Credits.Contains(type);

    /// <summary>True when its lines come back to a warehouse unless they say otherwise.</summary>
    public static bool IsReturn(string type) => Returns.Contains(type);

    /// <summary>True when it is invoiced without a shipment.</summary>
    public static bool IsCredit(string type) => Credits.Contains(type);

    /// <summary>What a line without an operation does.</summary>
    public static string Operation(string type) => Sales.Contains(type) ? "Issue" : "Receipt";

    /// <summary>Type of the document that bills it.</summary>
    /// <param name="type">Order type.</param>
    /// <param name="operation">Operation of the shipment billed; empty without one.</param>
    public static string Invoice(string type, string operation) => type == "CR" ? "Cash Return"
        : type == "CM" || operation == "Receipt" ? "Credit Memo" : "Invoice";
}

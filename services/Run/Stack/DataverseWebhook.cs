namespace Integration.Run.Stack;

/// <summary>Webhook steps of one table of Dataverse, as <c>docs/dynamics-events.md</c> tells people to register them.</summary>
/// <param name="Entity">Logical name of the table.</param>
/// <param name="Messages">What is told.</param>
/// <param name="Columns">Filtering attributes of updates; none for all.</param>
/// <param name="Image">Columns that come as an image.</param>
internal sealed record DataverseWebhook(string Entity, IReadOnlyList<string> Messages, IReadOnlyList<string> Columns, IReadOnlyList<string> Image)
{
    private static readonly string[] All = ["Create", "Update", "Delete"];
    private static readonly string[] Kept = ["Create", "Update"];

    /// <summary>Those of Sales alone.</summary>
    public static IReadOnlyList<DataverseWebhook> OfSales { get; } =
    [
        new("salesorder", All, ["statecode", "statuscode", "totalamount"], []),
        new("salesorderdetail", All, ["quantityshipped", "quantitycancelled", "quantity"], ["salesorderid"]),
        new("invoice", All, ["statecode"], ["salesorderid"]),
        new("invoicedetail", All, ["shippingtrackingnumber", "quantityshipped"], ["invoiceid"]),
        new("account", Kept, [], []),
        new("product", Kept, ["quantityonhand", "name", "description", "statecode", "price", "stockweight"], ["productnumber"]),
        new("productpricelevel", All, ["amount"], ["productid"]),
    ];

    /// <summary>Those of Sales with dual-write.</summary>
    public static IReadOnlyList<DataverseWebhook> OfDualWrite { get; } =
    [
        new("salesorder", All, ["msdyn_processingstatus", "msdyn_issalesprocessingstopped", "totalamount"], ["msdyn_salesordernumber"]),
        new("account", Kept, [], ["accountnumber"]),
        new("contact", Kept, [], ["msdyn_contactpersonid"]),
        new("product", Kept, ["name", "price", "statecode"], ["msdyn_itemnumber"]),
    ];
}

using Integration.Dynamics.Dataverse.Fulfilment;
using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>An order as Dataverse holds it.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Lines">Its lines, by line number.</param>
/// <param name="SourceTime">The server's clock.</param>
internal sealed record StoredSale(DataverseRecord Header, IReadOnlyList<StoredLine> Lines, DateTimeOffset? SourceTime = null)
{
    /// <summary>Its id.</summary>
    public Guid Id => Header.Id("salesorderid") ?? Guid.Empty;

    /// <summary>ISO 4217 code of its currency.</summary>
    public string Currency => Header.One("transactioncurrencyid")?.Text("isocurrencycode") ?? "";

    /// <summary>With dual-write, F&amp;O's account of its customer where it was read; else empty.</summary>
    public string CustomerAccount => Header.One("customerid_account")?.Text("accountnumber") ?? Header.One("customerid_contact")?.Text("msdyn_contactpersonid") ?? "";

    /// <summary>Its number in Sales.</summary>
    public string Number => Header.Text("ordernumber");

    /// <summary>F&amp;O's number of it; empty before dual-write has brought it there, and without dual-write.</summary>
    public string FinanceNumber => Header.Text("msdyn_salesordernumber");

    /// <summary>The echo of a write to an order of which nothing has left.</summary>
    /// <param name="settings">Name the columns of our reference and of SKUs.</param>
    public string Echo(DynamicsSettings settings) => OrderProgress.Of(Header, settings.Dataverse.ExternalId, settings.Dataverse.ProductColumn, [.. Lines.Select(line => line.Record)], []).ToEcho();

    /// <summary>True while Sales shows that it could not price it.</summary>
    public bool HasPricingErrors => Header.Whole("pricingerrorcode") is > 0 || Lines.Any(line => line.PricingError > 0);
}

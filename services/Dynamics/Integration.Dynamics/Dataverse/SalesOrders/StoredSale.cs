using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>An order as Dataverse holds it.</summary>
/// <param name="Header">Its header.</param>
/// <param name="Lines">Its lines, by line number.</param>
/// <param name="Currency">ISO 4217 code of its currency.</param>
/// <param name="SourceTime">The server's clock.</param>
internal sealed record StoredSale(DataverseRecord Header, IReadOnlyList<StoredLine> Lines, string Currency, DateTimeOffset? SourceTime = null)
{
    /// <summary>Its id.</summary>
    public Guid Id => Header.Id("salesorderid") ?? Guid.Empty;

    /// <summary>Its number in Sales.</summary>
    public string Number => Header.Text("ordernumber");

    /// <summary>F&amp;O's number of it; empty before dual-write has brought it there, and without dual-write.</summary>
    public string FinanceNumber => Header.Text("msdyn_salesordernumber");

    /// <summary>True while Sales shows that it could not price it.</summary>
    public bool HasPricingErrors => Header.Whole("pricingerrorcode") is > 0 || Lines.Any(line => line.PricingError > 0);
}

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>The two documents that are priced alike: orders and invoices.</summary>
/// <param name="Table">Table of the document.</param>
/// <param name="Lines">Table of its lines.</param>
/// <param name="Link">Lookup from a line to its document.</param>
/// <param name="LineName">Column of a line that names it.</param>
/// <param name="Number">Column of the document's number.</param>
/// <param name="Prefix">What an automatic number begins with.</param>
internal sealed record DocumentKind(string Table, string Lines, string Link, string LineName, string Number, string Prefix)
{
    public static DocumentKind Order { get; } = new("salesorder", "salesorderdetail", "salesorderid", "salesorderdetailname", "ordernumber", "ORD");

    public static DocumentKind Invoice { get; } = new("invoice", "invoicedetail", "invoiceid", "invoicedetailname", "invoicenumber", "INV");

    private static readonly DocumentKind[] All = [Order, Invoice];

    public static DocumentKind? OfDocument(string table) => Array.Find(All, kind => kind.Table == table);

    public static DocumentKind? OfLine(string table) => Array.Find(All, kind => kind.Lines == table);
}

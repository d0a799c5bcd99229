using Integration.Sandbox.Dynamics.Dataverse.Calls;
using Integration.Sandbox.Dynamics.Dataverse.Records;

namespace Integration.Sandbox.Dynamics.Dataverse.Sales;

/// <summary>Rules of the lines of orders and invoices.</summary>
internal static class LineRules
{
    /// <summary>The document of a line; null while it does not say one.</summary>
    public static Record? Document(Transaction transaction, DocumentKind kind, Record line) => transaction.Find(line.Link(kind.Link));

    public static void Created(Transaction transaction, DocumentKind kind, Record line, DataverseSettings settings)
    {
        if (Document(transaction, kind, line) is not { } document)
        {
            return;
        }

        DocumentRules.CheckEditable(transaction, document, settings);
        var place = transaction.Children(kind.Lines, kind.Link, document.Id).Count;
        line.Set("lineitemnumber", line["lineitemnumber"] ?? place).Set("sequencenumber", line["sequencenumber"] ?? place);
        Check(transaction, kind, document, line, settings);
    }

    public static void Check(Transaction transaction, DocumentKind kind, Record document, Record line, DataverseSettings settings)
    {
        line.Set("transactioncurrencyid", document.Link("transactioncurrencyid"));
        if (line.Flag("isproductoverridden"))
        {
            if (line.Text("productdescription").Length == 0)
            {
                throw DataverseFault.Invalid($"You must provide a value for productdescription of a write-in {kind.Lines}.");
            }

            line.Set(kind.LineName, Cut(line, kind.LineName, line.Text("productdescription"))).Set("productname", line.Text("productdescription"));
            return;
        }

        var product = transaction.Find(line.Link("productid")) ?? throw DataverseFault.BadRequest(ErrorCode.MissingProductId, "The product id is missing.");
        var unit = transaction.Find(line.Link("uomid")) ?? throw DataverseFault.BadRequest(ErrorCode.MissingUomId, "The unit id is missing.");
        CatalogueRules.CheckUnit(product, unit);
        if (document.Link("pricelevelid") is null && !(settings.PriceListOptional && line.Flag("ispriceoverridden")))
        {
            throw DataverseFault.BadRequest(ErrorCode.MissingPriceLevelId, "The price level id is missing.");
        }

        line.Set(kind.LineName, Cut(line, kind.LineName, product.Text("name"))).Set("productname", product.Text("name"));
    }

    private static string Cut(Record line, string column, string text) => text.Length > line.Table[column].Length ? text[..line.Table[column].Length] : text;
}

using Integration.Dynamics.Dataverse.Protocol;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>A line as Dataverse holds it.</summary>
/// <param name="Record">The row.</param>
/// <param name="Sku">SKU of its product; empty for a line of text.</param>
/// <param name="Key">The shop's line; empty for none.</param>
internal sealed record StoredLine(DataverseRecord Record, string Sku, string Key)
{
    /// <summary>Its id.</summary>
    public Guid Id => Record.Id("salesorderdetailid") ?? Guid.Empty;

    /// <summary>Its number within the order.</summary>
    public int Number => Record.Whole("lineitemnumber") ?? 0;

    /// <summary>The highest number that it takes up: dual-write knows lines by their sequence number.</summary>
    public int Taken => Math.Max(Number, Record.Whole("sequencenumber") ?? 0);

    /// <summary>Ordered quantity.</summary>
    public decimal Quantity => Record.Number("quantity") ?? 0;

    /// <summary>What has left.</summary>
    public decimal Shipped => Record.Number("quantityshipped") ?? 0;

    /// <summary>What will not come.</summary>
    public decimal Cancelled => Record.Number("quantitycancelled") ?? 0;

    /// <summary>Its tax.</summary>
    public decimal Tax => Record.Number("tax") ?? 0;

    /// <summary>What it costs, without tax.</summary>
    public decimal Amount => (Record.Number("extendedamount") ?? 0) - Tax;

    /// <summary>Its text, for lines without a product.</summary>
    public string Text => Record.Text("productdescription");

    /// <summary>What people know it by.</summary>
    public string Shown => Sku.Length > 0 ? Sku : Text;

    /// <summary>Its pricing error, 0 for none.</summary>
    public int PricingError => Record.Whole("pricingerrorcode") ?? 0;
}

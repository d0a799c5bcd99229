using Integration.Dynamics.Dataverse.Protocol;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Dataverse.SalesOrders;

/// <summary>
/// What a mapped order may fill: <c>header</c> and <c>lines</c> by the columns of their tables, custom ones included, and names of ours for what Dataverse wants as a link to another record or
/// worked out: they begin with a capital letter, which no column does.
/// </summary>
internal sealed class SalesSchema : IDocumentSchema
{
    /// <summary>The header's own names.</summary>
    public static class Header
    {
        /// <summary>Our reference; it goes into the column of the alternate key.</summary>
        public const string Reference = "Reference";

        /// <summary>The ERP's id of the customer.</summary>
        public const string Customer = "Customer";

        /// <summary>ISO 4217; it also decides the price list.</summary>
        public const string Currency = "Currency";

        /// <summary>All taxes, spread over the lines.</summary>
        public const string Tax = "Tax";

        /// <summary>With dual-write: F&amp;O's mode of delivery.</summary>
        public const string DeliveryMode = "DeliveryMode";
    }

    /// <summary>A line's own names.</summary>
    public static class Line
    {
        /// <summary>The shop's line.</summary>
        public const string Key = "Key";

        /// <summary>SKU of the product.</summary>
        public const string Product = "Product";

        /// <summary>Name of the unit within the product's group; the product's default unit without it.</summary>
        public const string Unit = "Unit";

        /// <summary>What the line must come out at, without tax.</summary>
        public const string Amount = "Amount";
    }

    private static readonly Dictionary<string, SchemaType> HeaderNames = new(StringComparer.Ordinal)
    {
        [Header.Reference] = SchemaType.Text, [Header.Customer] = SchemaType.Text, [Header.Currency] = SchemaType.Text, [Header.Tax] = SchemaType.Number, [Header.DeliveryMode] = SchemaType.Text,
    };

    private static readonly Dictionary<string, SchemaType> LineNames = new(StringComparer.Ordinal)
    {
        [Line.Key] = SchemaType.Text, [Line.Product] = SchemaType.Text, [Line.Unit] = SchemaType.Text, [Line.Amount] = SchemaType.Number,
    };

    /// <summary>The one.</summary>
    public static SalesSchema Instance { get; } = new();

    /// <inheritdoc />
    public string Name => "SalesOrder";

    /// <summary>The header's table.</summary>
    public TableModel Orders { get; } = TableModel.Load("salesorder");

    /// <summary>The lines' table.</summary>
    public TableModel Lines { get; } = TableModel.Load("salesorderdetail");

    /// <inheritdoc />
    public bool Knows(string path, out SchemaType type)
    {
        type = path == "lines" ? SchemaType.Array : SchemaType.Object;
        if (path is "header" or "lines") return true;
        var (part, name) = path.Split('.', 2) is [var left, var right] ? (left, right) : (path, "");
        return part switch
        {
            "header" => HeaderNames.TryGetValue(name, out type) || Orders.Knows(name, out type),
            "lines" => LineNames.TryGetValue(name, out type) || Lines.Knows(name, out type),
            _ => false,
        };
    }
}

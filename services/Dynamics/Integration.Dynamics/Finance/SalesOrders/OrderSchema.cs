using Integration.Dynamics.Finance.Protocol;
using Integration.Mapping.Documents;

namespace Integration.Dynamics.Finance.SalesOrders;

/// <summary>The fields of a mapped order: <c>header</c> and <c>lines</c>, each by the names of its entity set.</summary>
internal sealed class OrderSchema : IDocumentSchema
{
    private static readonly Dictionary<string, EntityModel> Headers = new(StringComparer.Ordinal)
    {
        ["SalesOrderHeadersV2"] = EntityModel.Load("SalesOrders.sales-order-headers-v2.json"),
        ["SalesOrderHeadersV3"] = EntityModel.Load("SalesOrders.sales-order-headers-v3.json"),
        ["SalesOrderHeadersV4"] = EntityModel.Load("SalesOrders.sales-order-headers-v4.json"),
    };

    private static readonly Dictionary<string, EntityModel> LineSets = new(StringComparer.Ordinal)
    {
        ["SalesOrderLines"] = EntityModel.Load("SalesOrders.sales-order-lines.json"),
        ["SalesOrderLinesV3"] = EntityModel.Load("SalesOrders.sales-order-lines-v3.json"),
    };

    private OrderSchema(EntityModel header, EntityModel lines) => (Header, Lines) = (header, lines);

    /// <inheritdoc />
    public string Name => "SalesOrder";

    /// <summary>The header's fields.</summary>
    public EntityModel Header { get; }

    /// <summary>A line's fields.</summary>
    public EntityModel Lines { get; }

    /// <summary>The schema of the entity sets that the settings name.</summary>
    public static OrderSchema Of(DynamicsSettings settings) => new(Headers[settings.HeaderEntity].With([.. Scores(settings)]), LineSets[settings.LineEntity]);

    private static IEnumerable<string> Scores(DynamicsSettings settings) => new[] { settings.AnomalyScore, settings.CreditScore }.OfType<string>();

    /// <inheritdoc />
    public bool Knows(string path, out SchemaType type)
    {
        type = path == "lines" ? SchemaType.Array : SchemaType.Object;
        if (path is "header" or "lines") return true;
        return (path.StartsWith("header.", StringComparison.Ordinal) && Header.Knows(path["header.".Length..], out type))
            || (path.StartsWith("lines.", StringComparison.Ordinal) && Lines.Knows(path["lines.".Length..], out type));
    }
}
